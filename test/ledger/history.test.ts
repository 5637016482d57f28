import { describe, expect, it } from 'vitest';
import { HISTORY_ORIGIN, historyHash } from '../../src/ledger/verbs/append-history.ts';
import { openTestLedger } from '../support/make-ledger.ts';
import { makeScene } from './make-scene.ts';
import { type HistoryRow, readHistory, verifyHistory } from './verify-history.ts';

async function livedHistory(): Promise<readonly HistoryRow[]> {
  const scene = makeScene(openTestLedger());
  const create = await scene.file('doubt');
  await scene.file('done');
  await scene.ledger.hold('1', 1000);
  await scene.ledger.release('1', 2000);
  await scene.ledger.settleDoubt(create.id, { type: 'found', peerId: '77', others: ['8'] }, scene.now());
  return readHistory(scene);
}

function change(rows: readonly HistoryRow[], index: number, changes: Partial<HistoryRow>): readonly HistoryRow[] {
  return rows.map((row, at) => (at === index ? { ...row, ...changes } : row));
}

describe('the history', () => {
  it('is a chain from its first entry to its last', async () => {
    const rows = await livedHistory();

    expect(rows.length).toBeGreaterThan(10);
    expect(verifyHistory(rows)).toBeNull();
  });

  it.each([
    ['the time', { at: 1 }],
    ['the case', { case_id: 99 }],
    ['the delivery', { delivery_id: null }],
    ['the event', { event: 'delivery-answered' }],
    ['the actor', { actor: 'operator' }],
    ['the facts', { data: '{}' }],
    ['the hash', { hash: '0'.repeat(64) }],
  ])('shows that %s was edited', async (_, changes) => {
    const rows = await livedHistory();

    expect(verifyHistory(change(rows, 1, changes))).toBe(2);
  });

  it('shows that an entry was dropped, added or swapped', async () => {
    const rows = await livedHistory();
    const swapped = rows.with(3, at(rows, 4)).with(4, at(rows, 3));

    expect(verifyHistory(rows.toSpliced(4, 1))).toBe(5);
    expect(verifyHistory(rows.slice(1))).toBe(1);
    expect(verifyHistory(rows.toSpliced(4, 0, at(rows, 4)))).toBe(6);
    expect(verifyHistory(swapped)).toBe(4);
    expect(verifyHistory(change(change(rows, 3, { ...at(rows, 4), seq: 4 }), 4, { ...at(rows, 3), seq: 5 }))).toBe(4);
  });

  it('has another head once an edited one is chained anew: whoever kept the old head knows', async () => {
    const rows = await livedHistory();
    const forged = chainAnew(change(rows, 4, { at: 1 }));

    expect(verifyHistory(forged)).toBeNull();
    expect(forged.at(-1)?.hash).not.toBe(rows.at(-1)?.hash);
    expect(chainAnew(rows)).toEqual(rows);
  });
});

function at(rows: readonly HistoryRow[], index: number): HistoryRow {
  const row = rows[index];
  if (row === undefined) throw new Error(`no row ${index}`);
  return row;
}

function chainAnew(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  let previous = HISTORY_ORIGIN;
  return rows.map((row) => {
    const facts = [row.at, row.case_id, row.delivery_id, row.event, row.actor, row.data];
    previous = historyHash(row.seq, previous, facts);
    return { ...row, hash: previous };
  });
}
