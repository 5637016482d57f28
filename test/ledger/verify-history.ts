import { createHash } from 'node:crypto';
import type { TestLedger } from '../support/make-ledger.ts';

/** One entry of the history, as it is stored. */
export interface HistoryRow {
  readonly seq: number;
  readonly at: number;
  readonly case_id: number | null;
  readonly delivery_id: number | null;
  readonly event: string;
  readonly actor: string;
  readonly data: string;
  readonly hash: string;
}

export function readHistory({ query }: Pick<TestLedger, 'query'>): readonly HistoryRow[] {
  return query('select * from history order by seq') as unknown as readonly HistoryRow[];
}

/** Number of the first entry that does not follow from those before it, `null` where all do. Knows no code of the bridge. */
export function verifyHistory(rows: readonly HistoryRow[]): number | null {
  let previous = '0'.repeat(64);
  for (const [index, { seq, at, case_id, delivery_id, event, actor, data, hash }] of rows.entries()) {
    const text = JSON.stringify([seq, previous, at, case_id, delivery_id, event, actor, data]);
    const expected = createHash('sha256').update(`\0${text}`).digest('hex');
    if (seq !== index + 1 || hash !== expected) return index + 1;
    previous = hash;
  }
  return null;
}

/** What a ledger is about, told by its history alone. */
export interface Replayed {
  readonly states: ReadonlyMap<number, string>;
  /** National numbers by case. */
  readonly numbers: ReadonlyMap<number, string>;
  readonly cursor: number | null;
}

export function replayHistory(rows: readonly HistoryRow[]): Replayed {
  const states = new Map<number, string>();
  const numbers = new Map<number, string>();
  let cursor: number | null = null;
  for (const { case_id, delivery_id, event, data } of rows) {
    const { state, nationalId, peerId, key, position } = JSON.parse(data) as Readonly<Record<string, unknown>>;
    if (delivery_id !== null && typeof state === 'string') states.set(delivery_id, state);
    const number = event === 'case-opened' || event === 'linked' ? nationalId : key === 'create' ? peerId : null;
    if (case_id !== null && typeof number === 'string') numbers.set(case_id, number);
    if (event === 'cursor-moved' && typeof position === 'number') cursor = position;
  }
  return { states, numbers, cursor };
}
