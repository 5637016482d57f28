import { describe, expect, it } from 'vitest';
import { openSqliteInMemory } from '../../../src/ledger/sqlite/open-sqlite.ts';
import type { Statement } from '../../../src/ledger/verb.ts';
import { readAttention } from '../../../src/ledger/verbs/overview.ts';

describe('readAttention()', () => {
  it('reads what is stuck by the index of what is not done: every round asks, however many deliveries there were', () => {
    const first = readAttention().next();
    const { sql } = first.value as Statement;

    const plan = openSqliteInMemory().prepare(`explain query plan ${sql}`).all();

    expect(JSON.stringify(plan)).toContain('USING INDEX delivery_live (side=? AND state=?)');
    expect(JSON.stringify(plan)).not.toContain('SCAN');
  });
});
