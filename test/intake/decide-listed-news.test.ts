import { describe, expect, it } from 'vitest';
import { decideListedNews } from '../../src/intake/decide-listed-news.ts';
import type { ListedFacts, ListedNews } from '../../src/ledger/listed-news.ts';
import type { NationalListed } from '../../src/national/national-system.ts';
import { wording } from '../../src/report/wording.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeDelivery } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeListed } from '../support/make-listed.ts';

const CONFIG = makeConfig();
const NOTHING: ListedFacts = { case: null, named: null, unsettled: [] };
const LISTED = makeListed();
const HIDDEN = { anonymous: true, secret: true };
const WORDS = wording(LISTED.title, LISTED.text);
const RAISED = { type: 'raise-privacy', privacy: HIDDEN } as const;
const BORN_THERE = makeCase({ route: 'national', localId: null, nationalId: LISTED.id, contentFingerprint: WORDS });
const HERE = { ...BORN_THERE, localId: '7', listedWording: WORDS };
const IN_DOUBT = {
  localId: '1042',
  madeAt: MONDAY_MS,
  delivery: makeDelivery({
    state: 'doubt',
    begunAt: MONDAY_MS,
    body: { sentAs: { whole: wording('Jalan', '[Ref: kota-serang-1042]\nAda.'), bare: wording('Jalan', 'Ada.') } },
  }),
};

interface Given {
  readonly listed?: Partial<NationalListed>;
  readonly namedId?: string;
  readonly facts?: Partial<ListedFacts>;
  readonly config?: typeof CONFIG;
}

function decide({ listed = {}, namedId, facts = {}, config = CONFIG }: Given) {
  const row = makeListed(listed);
  const words = wording(row.title, row.text);
  return decideListedNews({ listed: row, namedId: namedId ?? null, wording: words }, { ...NOTHING, ...facts }, config);
}

describe('decideListedNews()', () => {
  it('adopts what nobody knows', () => {
    const listed = { institutionId: '12001', categoryId: '77', privacy: { anonymous: true, secret: false } };
    expect(decide({ listed })).toEqual([
      {
        type: 'adopt',
        adopted: {
          kind: 'pengaduan',
          category: 'Infrastruktur jalan',
          institution: 'DPUPR',
          privacy: { anonymous: true, secret: false },
          dueAt: expect.any(Number),
        },
      },
    ]);
  });

  it.each<readonly [string, Given, readonly ListedNews[]]>([
    ['known and as it was', { facts: { case: BORN_THERE } }, []],
    [
      'filed by us, hidden or edited meanwhile',
      { listed: { privacy: HIDDEN, text: 'x' }, facts: { case: makeCase() } },
      [],
    ],
    ['edited before it is here', { listed: { text: 'Lain.' }, facts: { case: BORN_THERE } }, [{ type: 'renew' }]],
    [
      'edited when it is here',
      { listed: { text: 'Lain.' }, facts: { case: HERE } },
      [{ type: 'note-wording' }, { type: 'alarm', kind: 'edited-there', caseId: 1 }],
    ],
    [
      'read there for the first time',
      { facts: { case: { ...HERE, listedWording: null } } },
      [{ type: 'note-wording' }],
    ],
    ['hidden before it is here', { listed: { privacy: HIDDEN }, facts: { case: BORN_THERE } }, [RAISED]],
    [
      'hidden when it is here',
      { listed: { privacy: HIDDEN }, facts: { case: HERE } },
      [RAISED, { type: 'alarm', kind: 'privacy-raised', caseId: 1 }],
    ],
    ['shown again', { facts: { case: { ...HERE, ...HIDDEN } } }, []],
    ['ours, in doubt', { namedId: '1042', facts: { named: makeCase(), unsettled: [IN_DOUBT] } }, []],
    [
      'ours, never sent',
      { namedId: '1042', facts: { named: makeCase() } },
      [{ type: 'alarm', kind: 'near-match', caseId: 1 }],
    ],
    [
      'ours, under another number',
      { namedId: '1042', facts: { named: makeCase({ nationalId: '1' }) } },
      [{ type: 'alarm', kind: 'found-twice', caseId: 1 }],
    ],
    ['of a report of ours that is not known', { namedId: '1' }, [{ type: 'set-apart', reason: 'unknown-reference' }]],
    [
      'with the words of one in doubt',
      { listed: { title: 'Jalan', text: 'Ada.' }, facts: { unsettled: [IN_DOUBT] } },
      [{ type: 'set-apart', reason: 'near-match' }],
    ],
    [
      'the one in doubt, in one line',
      { listed: { title: 'Jalan', text: '[Ref: kota-serang-1042] Ada.' }, facts: { unsettled: [IN_DOUBT] } },
      [],
    ],
    ['at another institution', { listed: { institutionId: '12838' } }, []],
    ['older than policy.since', { config: makeConfig({ policy: { since: '2026-08-04' } }) }, []],
  ])('says of one that is %s', (_name, given, news) => {
    expect(decide(given)).toEqual(news);
  });
});
