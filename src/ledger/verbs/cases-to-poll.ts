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
  yield* run('update cases set polled_at = :at, next_poll_at = :nextPollAt where id = :caseId', {
    caseId,
    at,
    nextPollAt,
  });
}

/** So many readings that failed in a row are no accident. */
const FAILED_READS_MAX = 3;

/**
 * As `postponePoll`, where LAPOR! answers and only this report cannot be read: an alarm the third time in a row, or the first
 * where it is `certain`.
 */
export function* noteFailedRead(failed: {
  readonly caseId: number;
  readonly at: number;
  readonly nextPollAt: number;
  readonly certain: boolean;
}): Verb<void> {
  const { caseId, at, nextPollAt, certain } = failed;
  yield* postponePoll(caseId, at, nextPollAt);
  const { times } = yield* only<{ times: number }>(
    'update cases set failed_reads = failed_reads + 1 where id = :caseId returning failed_reads as times',
    { caseId },
  );
  if (certain || times >= FAILED_READS_MAX) yield* raiseAlarm({ kind: 'unreadable-report', caseId, detail: null, at });
}
