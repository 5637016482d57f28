import type { Finding, NoticeEvent } from './notice.ts';
import type { Store } from './store.ts';
import { activity } from './verbs/activity.ts';
import { arrivalsByHour } from './verbs/arrivals-by-hour.ts';
import { dailyActivity } from './verbs/daily-activity.ts';
import { deadlineBoard } from './verbs/deadline-board.ts';
import {
  type Acknowledgement,
  acknowledgeNotices,
  noteTold,
  noticesToTell,
  reviewNotices,
  type ToTell,
} from './verbs/notices.ts';
import { oldestReadyAt } from './verbs/oldest-ready-at.ts';

/** What people are told of, and what that is found from. */
export function noticeVerbs(store: Store) {
  return {
    reviewNotices: (findings: readonly Finding[], at: number) => store.write(() => reviewNotices(findings, at)),
    noticesToTell: (channel: string, events: readonly NoticeEvent[], at: number) =>
      store.read(() => noticesToTell(channel, events, at)),
    noteTold: (channel: string, told: ToTell, at: number) => store.write(() => noteTold(channel, told, at)),
    acknowledge: (said: Acknowledgement) => store.write(() => acknowledgeNotices(said)),
    deadlineBoard: (span: Parameters<typeof deadlineBoard>[0]) => store.read(() => deadlineBoard(span)),
    dailyActivity: (starts: readonly number[]) => store.read(() => dailyActivity(starts)),
    activity: (span: Parameters<typeof activity>[0]) => store.read(() => activity(span)),
    oldestReadyAt: () => store.read(() => oldestReadyAt()),
    arrivalsByHour: (sinceMs: number) => store.read(() => arrivalsByHour(sinceMs)),
  };
}
