import type { Case } from '../case.ts';
import type { Verb } from '../verb.ts';
import { all, atMost, only, run } from '../verb.ts';
import { raiseAlarm } from './alarms.ts';
import type { CaseColumns } from './rows.ts';
import { CASE_COLUMNS, toCase } from './rows.ts';

/** No case waits longer for its turn: one that would was put off by a clock that was wrong. */
const POLL_WAIT_MAX_MS = 8 * 86_400_000;

/** What waits though its time has come, because a clock that was ahead told when it was or would be asked; each by an index. */
const PUT_OFF = [
  'c.next_poll_at > :now and c.polled_at > :now order by c.polled_at, c.next_poll_at, c.id',
  'c.next_poll_at > :now and c.polled_at = 0 order by c.next_poll_at, c.id',
  `c.next_poll_at > :now + ${POLL_WAIT_MAX_MS} and +c.polled_at between 1 and :now order by c.next_poll_at, c.id`,
] as const;

/** Cases whose turn it is to be asked for: the longest due first, after them what a wrong clock put off. */
export function* casesToPoll({ now, limit }: { readonly now: number; readonly limit: number }): Verb<readonly Case[]> {
  const cases: CaseColumns[] = [];
  for (const which of ['c.next_poll_at <= :now order by c.next_poll_at, c.id', ...PUT_OFF]) {
    if (cases.length === limit) break;
    const rows = yield* all<CaseColumns>(
      `select ${CASE_COLUMNS} from cases c where c.next_poll_at is not null and ${which} ${atMost(limit - cases.length)}`,
      { now },
    );
    cases.push(...rows);
  }
  return cases.map(toCase);
}

/** Open cases not asked for since `before`, least recently asked first: for a run by hand, which wants to know now. */
export function* openCasesToPoll(query: { readonly before: number; readonly limit: number }): Verb<readonly Case[]> {
  const rows = yield* all<CaseColumns>(
    `select ${CASE_COLUMNS} from cases c
     where c.closed_at is null and c.next_poll_at is not null and c.polled_at < :before
     order by c.polled_at, c.id ${atMost(query.limit)}`,
    { before: query.before },
  );
  return rows.map(toCase);
}

/** A case that could not be read waits, so that one bad one never stands before the others. */
export function* postponePoll(caseId: number, at: number, nextPollAt: number): Verb<void> {
  yield* run(
    `update cases set polled_at = :at, next_poll_at = :nextPollAt, failing_since = coalesce(failing_since, :at)
     where id = :caseId`,
    { caseId, at, nextPollAt },
  );
}

/** So many readings that failed in a row are no accident. */
const FAILED_READS_MAX = 3;

/** What of a report was asked for: E6, or E7. */
export type Asked = 'detail' | 'answers';

export interface FailedRead {
  readonly caseId: number;
  readonly at: number;
  readonly nextPollAt: number;
  readonly asked: Asked;
  /** It can only be this report. */
  readonly certain: boolean;
}

/**
 * As `postponePoll`, where LAPOR! answers and this report cannot be read: an alarm the third time in a row, or the first
 * where it is `certain`. Where others fail, too, and since then none was read, it is one alarm for all of them.
 */
export function* noteFailedRead({ caseId, at, nextPollAt, asked, certain }: FailedRead): Verb<void> {
  yield* postponePoll(caseId, at, nextPollAt);
  const { times, since } = yield* only<{ times: number; since: number }>(
    `update cases set failed_reads = failed_reads + 1
     where id = :caseId returning failed_reads as times, failing_since as since`,
    { caseId },
  );
  if (!certain && times < FAILED_READS_MAX) return;
  const ofAll = !certain && (yield* isOfAll({ caseId, since, asked }));
  yield* raiseAlarm(
    ofAll
      ? { kind: 'unreadable-reports', caseId: null, detail: asked, at }
      : { kind: 'unreadable-report', caseId, detail: null, at },
  );
}

/** Whether another report fails, too, and none was read since. */
function* isOfAll(failing: { caseId: number; since: number; asked: Asked }): Verb<boolean> {
  const { caseId, since, asked } = failing;
  const others = yield* only<{ failing: number; read: number }>(
    `select coalesce(max(failing_since is not null), 0) as failing,
       coalesce(max(
         :asked = 'detail' and failing_since is null and polled_at >= :since or coalesce(answers_read_at, 0) >= :since
       ), 0) as read
     from cases where id <> :caseId and next_poll_at is not null`,
    { caseId, since, asked },
  );
  return others.failing === 1 && others.read === 0;
}
