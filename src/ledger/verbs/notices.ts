import type { Finding, Notice, NoticeEvent } from '../notice.ts';
import { REPEAT_MS } from '../notice.ts';
import type { Verb } from '../verb.ts';
import { all, run } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import { findCaseByAnyId } from './find-case.ts';

/** What is over is forgotten after so long, told or not. */
const FORGET_MS = 7 * 86_400_000;

/** Takes down what stands now: what is new begins, what is gone is over. What comes back begins anew, and is told anew. */
export function* reviewNotices(findings: readonly Finding[], at: number): Verb<void> {
  const known = new Map((yield* all<Notice>(`select ${COLUMNS} from notice`)).map((notice) => [notice.key, notice]));
  for (const { key, event, subject } of findings) {
    const before = known.get(key);
    known.delete(key);
    if (before?.overAt === null) continue;
    if (before !== undefined) yield* forget(key);
    yield* run('insert into notice (key, event, subject, since) values (:key, :event, :subject, :at)', {
      key,
      event,
      subject,
      at,
    });
  }
  for (const { key, overAt } of known.values()) {
    if (overAt === null) yield* run('update notice set over_at = :at where key = :key', { key, at });
    else if (overAt <= at - FORGET_MS) yield* forget(key);
  }
}

function* forget(key: string): Verb<void> {
  yield* run('delete from notice_told where key = :key', { key });
  yield* run('delete from notice where key = :key', { key });
}

export interface ToTell {
  /** What stands and was not told yet, or so long ago that it is told again. */
  readonly standing: readonly (Notice & { readonly again: boolean })[];
  /** What was told, and is over. */
  readonly over: readonly Notice[];
}

/** What one channel is to be told now, oldest first. */
export function* noticesToTell(channel: string, events: readonly NoticeEvent[], at: number): Verb<ToTell> {
  const rows = yield* all<Notice & { readonly toldAt: number | null; readonly quietUntil: number | null }>(
    `select ${COLUMNS}, acknowledged_until as "quietUntil",
       (select at from notice_told t where t.key = notice.key and t.channel = :channel) as "toldAt"
     from notice order by since, key`,
    { channel },
  );
  const wanted = rows.filter(({ event }) => events.includes(event));
  const isDue = ({ event, toldAt, quietUntil }: (typeof rows)[number]) =>
    (quietUntil === null || quietUntil <= at) && (toldAt === null || toldAt <= at - REPEAT_MS[event]);
  return {
    standing: wanted
      .filter((row) => row.overAt === null && isDue(row))
      .map(({ toldAt, quietUntil: _, ...notice }) => ({ ...notice, again: toldAt !== null })),
    over: wanted
      .filter(({ overAt, toldAt }) => overAt !== null && toldAt !== null)
      .map(({ toldAt: _, quietUntil: __, ...notice }) => notice),
  };
}

/** Notes that a channel was told, so that it is not told again. */
export function* noteTold(channel: string, told: ToTell, at: number): Verb<void> {
  for (const { key } of told.standing) {
    yield* run(
      `insert into notice_told (key, channel, at) values (:key, :channel, :at)
       on conflict (key, channel) do update set at = excluded.at`,
      { key, channel, at },
    );
  }
  for (const { key } of told.over) {
    yield* run('delete from notice_told where key = :key and channel = :channel', { key, channel });
  }
}

export interface Acknowledgement {
  /** Id of a report, or the key of a notice. */
  readonly id: string;
  readonly until: number;
  readonly owner: string;
  readonly note: string | null;
  /** Now, epoch ms. */
  readonly at: number;
}

/** Somebody has it in hand: nobody is told of it again before `until`; a report's history says so. Gives the number of notices. */
export function* acknowledgeNotices({ id, until, owner, note, at }: Acknowledgement): Verb<number> {
  const found = yield* all<{ key: string }>(
    `update notice set acknowledged_until = :until, acknowledged_by = :owner, acknowledged_note = :note
     where over_at is null and (key = :id or subject = :id) returning key`,
    { id, until, owner, note },
  );
  const about = found.length === 0 ? null : yield* findCaseByAnyId(id);
  if (about !== null) {
    // Who it is stays with the notice, which is forgotten when it is over: the history is for ever.
    const data = { until, count: found.length };
    yield* appendHistory({ at, caseId: about.id, deliveryId: null, event: 'acknowledged', actor: 'operator', data });
  }
  return found.length;
}

const COLUMNS = 'key, event, subject, since, over_at as "overAt"';
