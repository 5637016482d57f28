import { describe, expect, it } from 'vitest';
import { openSqliteInMemory } from '../../../src/ledger/sqlite/open-sqlite.ts';
import type { Statement, Verb } from '../../../src/ledger/verb.ts';
import { countToFile, countToMake } from '../../../src/ledger/verbs/plan-owed.ts';

describe('what the guard counts', () => {
  it.each<[string, () => Verb<number>, string]>([
    ['reports to file', countToFile, 'cases_owes_national'],
    ['reports to make', countToMake, 'cases_owes_local'],
  ])('is found among the cases with news, however many %s wait', (_what, count, index) => {
    const verb = count();
    let step = verb.next([]);
    while (step.done !== true && !(step.value as Statement).sql.includes('count(*)')) step = verb.next([]);
    const { sql, params } = step.value as Statement;

    const plan = openSqliteInMemory().prepare(`explain query plan ${sql}`).all(params);

    expect(JSON.stringify(plan)).toContain(`INDEX ${index}`);
  });
});
