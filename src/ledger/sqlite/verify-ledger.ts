import type { Database } from './database.ts';
import { CHAIN_ORIGIN, isChained } from './is-chained.ts';
import { LedgerRefusedError } from './ledger-refused-error.ts';

/** What a whole ledger holds, for whoever keeps a backup of it. */
export interface LedgerFacts {
  readonly cases: number;
  readonly deliveries: number;
  readonly history: number;
  /** Hash of the newest entry of the history. */
  readonly head: string;
}

interface Counts extends LedgerFacts {
  /** States whose count is not that of their rows. */
  readonly miscounted: number;
}

const COUNTS = `select (select count(*) from cases) as cases, (select count(*) from delivery) as deliveries,
  (select count(*) from history) as history,
  coalesce((select hash from history order by seq desc limit 1), '-') as head,
  (select count(*) from tally t where t.name not in ('open', 'closed', 'commits')
     and t.count <> (select count(*) from delivery d where d.state = t.name)) as miscounted`;

/** Reads a ledger from its first page to its last. Throws `LedgerRefusedError` where anything in it is not whole. */
export function verifyLedger(database: Database, file: string): LedgerFacts {
  const damaged = () => new LedgerRefusedError('damaged', file);
  if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damaged();
  if (!isChained(database, CHAIN_ORIGIN)) throw damaged();
  // Counts are one row, whatever there is to count.
  const { miscounted, ...facts } = database.prepare<[], Counts>(COUNTS).get() as Counts;
  if (miscounted > 0) throw damaged();
  return facts;
}
