import { HISTORY_ORIGIN, historyHash } from '../verbs/append-history.ts';
import type { Database } from './database.ts';

interface Entry {
  readonly seq: number;
  readonly at: number;
  readonly caseId: number | null;
  readonly deliveryId: number | null;
  readonly event: string;
  readonly actor: string;
  readonly data: string;
  readonly hash: string;
}

/** Where a chain begins that is not taken on trust. */
export const CHAIN_ORIGIN = { seq: 0, hash: HISTORY_ORIGIN };

/** Whether the history has this entry with this hash, and each one after it follows from the one before. */
export function isChained(database: Database, start: { readonly seq: number; readonly hash: string }): boolean {
  const entries = database.prepare<[number], Entry>(
    `select seq, at, case_id as caseId, delivery_id as deliveryId, event, actor, data, hash
     from history where seq >= ? order by seq`,
  );
  let found = start.seq === CHAIN_ORIGIN.seq;
  let previous = start.hash;
  for (const { seq, at, caseId, deliveryId, event, actor, data, hash } of entries.iterate(start.seq)) {
    const follows = historyHash(seq, previous, [at, caseId, deliveryId, event, actor, data]);
    if (hash !== (found ? follows : start.hash)) return false;
    found = true;
    previous = hash;
  }
  return found;
}
