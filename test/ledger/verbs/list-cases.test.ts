import { describe, expect, it } from 'vitest';
import type { Verb } from '../../../src/ledger/verb.ts';
import {
  type CaseQuery,
  caseInstitutions,
  countOpenSecret,
  listCases,
  searchCases,
} from '../../../src/ledger/verbs/list-cases.ts';
import { openTestLedger } from '../../support/make-ledger.ts';

const ALL: CaseQuery = {
  show: 'all',
  institution: null,
  born: null,
  withSecret: true,
  after: null,
  now: 1_000,
  limit: 50,
};

/** How SQLite finds what the first statement of a verb asks for. */
function planOf(verb: Verb<unknown>): string {
  const { value, done } = verb.next([]);
  if (done === true) throw new Error('asks for nothing');
  const sql = value.sql.replace(/:(\w+)/g, (_, name: string) => {
    const given = value.params[name];
    return typeof given === 'number' ? String(given) : `'${String(given)}'`;
  });
  const steps = openTestLedger().query(`explain query plan ${sql}`);
  return steps.map(({ detail }) => String(detail)).join('; ');
}

describe('listCases()', () => {
  it.each<[string, Partial<CaseQuery>]>([
    ['all', {}],
    ['open', { show: 'open' }],
    ['closed, of one OPD', { show: 'closed', institution: 'DPUPR' }],
    ['late', { show: 'late' }],
    ['late, further on', { show: 'late', after: { id: 7, dueAt: 900 } }],
    ['of one OPD, further on', { institution: 'DPUPR', after: { id: 7, dueAt: 0 } }],
    ['without secret ones', { withSecret: false, born: 'local' }],
  ])('neither sorts nor reads past what it shows: %s', (_name, query) => {
    const plan = planOf(listCases({ ...ALL, ...query }));
    expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
  });
});

describe('searchCases()', () => {
  it('finds the beginning of a number by an index', () => {
    expect(planOf(searchCases('RBG', { withSecret: true, limit: 20 }))).toMatch(/^SEARCH c USING INDEX/);
  });
});

describe('caseInstitutions()', () => {
  it('reads names alone', () => {
    expect(planOf(caseInstitutions())).toMatch(/COVERING INDEX cases_institution/);
  });
});

describe('countOpenSecret()', () => {
  it('counts by an index that has nothing else', () => {
    expect(planOf(countOpenSecret())).toMatch(/USING INDEX cases_secret/);
  });
});
