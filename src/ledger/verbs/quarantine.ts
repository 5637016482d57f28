import type { RejectedRow } from '../../report/rejected-row.ts';
import type { Side } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { all, one, run } from '../verb.ts';
import { appendHistory } from './append-history.ts';

/** A row that could not be read, waiting for its source to be mended. */
export interface Quarantined {
  readonly side: Side;
  readonly key: string;
  readonly path: string;
  readonly reason: string;
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

/** The row reads well now. */
export function* dismissRejected(side: Side, key: string): Verb<void> {
  yield* run('delete from quarantine where side = :side and key = :key', { side, key });
}

export function* quarantined(): Verb<readonly Quarantined[]> {
  return yield* all<Quarantined>(
    `select side, key, path, reason, first_at as "firstAt", last_at as "lastAt" from quarantine order by first_at, side, key`,
  );
}
