import type { Anchor } from '../anchor.ts';
import { MIGRATIONS } from '../migrations.ts';
import type { Database } from './database.ts';

/** Reads what the anchor of a ledger says; inside a transaction, of the ledger as it will be once that is committed. */
export function anchorReader(
  database: Database,
  { ledger, binding }: Pick<Anchor, 'ledger' | 'binding'>,
): () => Anchor {
  const newest = database.prepare<[], Pick<Anchor, 'commits' | 'seq' | 'hash'>>(
    `select t.count as commits, h.seq, h.hash from tally t, history h
     where t.name = 'commits' and h.seq = (select max(seq) from history)`,
  );
  return () => {
    const head = newest.get();
    if (head === undefined) throw new Error('a ledger without a beginning');
    return { ledger, binding, schema: MIGRATIONS.length, ...head };
  };
}
