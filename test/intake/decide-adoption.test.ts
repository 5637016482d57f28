import { describe, expect, it } from 'vitest';
import { type Adoption, decideAdoption } from '../../src/intake/decide-adoption.ts';
import { toListedRow } from '../../src/intake/to-listed-row.ts';
import type { ListedFacts } from '../../src/ledger/listed-news.ts';
import type { NationalListed } from '../../src/national/national-system.ts';
import { wording } from '../../src/report/wording.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeDelivery } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeListed } from '../support/make-listed.ts';

const CONFIG = makeConfig();
const NOTHING: ListedFacts = { case: null, named: null, unsettled: [] };
const IN_DOUBT = {
  localId: '1042',
  madeAt: MONDAY_MS,
  delivery: makeDelivery({
    state: 'doubt',
    begunAt: MONDAY_MS,
    body: { sentAs: { whole: wording('Jalan', '[Ref: kota-serang-1042]\nAda.'), bare: wording('Jalan', 'Ada.') } },
  }),
};
const STUB = { title: '', text: 'https://lapor.test/9165900' };
const BORN_THERE = makeCase({ route: 'national', localId: null, nationalId: '9165900', contentFingerprint: 'stub' });

interface Given {
  readonly listed?: Partial<NationalListed>;
  readonly facts?: Partial<ListedFacts>;
  readonly hasWords?: boolean;
  readonly config?: typeof CONFIG;
}

describe('decideAdoption()', () => {
  it.each<readonly [string, Adoption, string | null, Given]>([
    ['nobody knows', 'adopted', 'adopt', {}],
    ['nobody knows, without words', 'adopted', 'adopt', { listed: STUB, hasWords: false }],
    ['is older than policy.since', 'adopted', 'adopt', { config: makeConfig({ policy: { since: '2026-08-04' } }) }],
    ['we filed', 'known', null, { facts: { case: makeCase({ nationalId: '9165900' }) } }],
    ['was adopted, and has words now', 'completed', 'renew', { facts: { case: BORN_THERE } }],
    ['was adopted, still without words', 'known', null, { listed: STUB, hasWords: false, facts: { case: BORN_THERE } }],
    ['was adopted and made', 'known', null, { facts: { case: { ...BORN_THERE, localId: '7' } } }],
    ['begins with our reference', 'own', null, { listed: { text: '[Ref: kota-serang-1042]\nAda.' } }],
    ['lies elsewhere', 'not-ours', null, { listed: { institutionId: '12838' } }],
    ['may be one in doubt', 'maybe-own', null, { listed: STUB, hasWords: false, facts: { unsettled: [IN_DOUBT] } }],
    [
      'was there before the one in doubt was sent',
      'adopted',
      'adopt',
      { listed: { ...STUB, createdAt: MONDAY_MS - 3_600_000 }, hasWords: false, facts: { unsettled: [IN_DOUBT] } },
    ],
    [
      'has the reference of one in doubt behind its title',
      'maybe-own',
      null,
      {
        listed: { title: '', text: 'Jalan\n[Ref: kota-serang-1042]\nAda.\n\nhttps://lapor.test/9165900' },
        facts: { unsettled: [IN_DOUBT] },
      },
    ],
    ['has other words than the one in doubt', 'adopted', 'adopt', { facts: { unsettled: [IN_DOUBT] } }],
  ])(
    'says of a report that %s: %s',
    (_name, adoption, recorded, { listed, facts, hasWords = true, config = CONFIG }) => {
      const row = toListedRow(makeListed(listed), config);
      const decided = decideAdoption(row, { ...NOTHING, ...facts }, { config, hasWords });
      expect([decided.adoption, decided.news.map(({ type }) => type)]).toEqual([
        adoption,
        recorded === null ? [] : [recorded],
      ]);
    },
  );
});
