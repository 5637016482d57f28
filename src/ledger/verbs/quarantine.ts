import type { RejectedRow } from '../../report/rejected-row.ts';
import type { Side } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { all, atMost, one, run } from '../verb.ts';
import { appendHistory } from './append-history.ts';

/** A row that could not be read, waiting for its source to be mended. */
export interface Quarantined {
  readonly side: Side;
  readonly key: string;
  readonly path: string;
  readonly reason: string;
  readonly fingerprint: string;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Keeps an unreadable row with its reason; told in the history where it is new or says something else than before. */
export function* quarantine(side: Side, row: RejectedRow, at: number): Verb<void> {
  const known = yield* one<{ fingerprint: string }>(
    'select fingerprint from quarantine where side = :side and key = :key',
    { side, key: row.key },
  );
  yield* run(
    `insert into quarantine (side, key, path, reason, fingerprint, first_at, last_at)
     values (:side, :key, :path, :reason, :fingerprint, :at, :at)
     on conflict (side, key) do update set path = excluded.path, reason = excluded.reason,
       confirmed_at = case when fingerprint = excluded.fingerprint then confirmed_at end,
       fingerprint = excluded.fingerprint, last_at = excluded.last_at`,
    { side, key: row.key, path: row.path, reason: row.reason, fingerprint: row.fingerprint, at },
  );
  if (known?.fingerprint === row.fingerprint) return;
  yield* appendHistory({
    at,
    caseId: null,
    deliveryId: null,
    event: 'row-quarantined',
    actor: 'bridge',
    data: { side, key: row.key, path: row.path, reason: row.reason },
  });
}

/** The row reads well now, or is gone. */
export function* dismissRejected(side: Side, key: string): Verb<void> {
  yield* run('delete from quarantine where side = :side and key = :key', { side, key });
}

/** A person has seen this row: it is not told of again until it says something else. Gives the number of rows. */
export function* confirmRow(key: string, at: number): Verb<number> {
  const seen = yield* all<{ side: Side }>(
    'update quarantine set confirmed_at = :at where key = :key and confirmed_at is null returning side',
    { key, at },
  );
  for (const { side } of seen) {
    const data = { side, key };
    yield* appendHistory({ at, caseId: null, deliveryId: null, event: 'row-confirmed', actor: 'operator', data });
  }
  return seen.length;
}

/** Rows that nobody has confirmed. */
export function* quarantined(): Verb<readonly Quarantined[]> {
  return yield* all<Quarantined>(
    `select ${COLUMNS} from quarantine where confirmed_at is null order by first_at, side, key`,
  );
}

/** Rows of a side, confirmed or not, that were not read since `before` (or at a time still to come), the longest ago first. */
export function* quarantinedBefore(
  side: Side,
  { before, now, limit }: { readonly before: number; readonly now: number; readonly limit: number },
): Verb<readonly Quarantined[]> {
  return yield* all<Quarantined>(
    `select ${COLUMNS} from quarantine where side = :side and (last_at < :before or last_at > :now)
     order by last_at, key ${atMost(limit)}`,
    { side, before, now },
  );
}

const COLUMNS = 'side, key, path, reason, fingerprint, first_at as "firstAt", last_at as "lastAt"';
