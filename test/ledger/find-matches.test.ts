import { expect, it } from 'vitest';
import { findMatches } from '../../src/ledger/find-matches.ts';
import { wording } from '../../src/report/wording.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeDelivery } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeListed } from '../support/make-listed.ts';

const TEXT = '[Ref: kota-serang-1042]\nAda.';
const SENT_AS = { whole: wording('Jalan', TEXT), bare: wording('Jalan', 'Ada.') };
const CREATE = {
  localId: '1042',
  madeAt: MONDAY_MS,
  delivery: makeDelivery({ state: 'doubt', begunAt: MONDAY_MS, body: { sentAs: SENT_AS } }),
};
const sent = (id: string, createdAt = MONDAY_MS) => makeListed({ id, title: 'Jalan', text: TEXT, createdAt });

it('finds every report that is the one, oldest first, and of one moment the one with the smaller number first', () => {
  const others = [makeListed(), makeListed({ id: '7', title: 'Jalan', text: 'Ada.' })];
  const reports = [
    ...others,
    sent('9165902', MONDAY_MS + 1),
    sent('9165903'),
    sent('9165901'),
    sent('9165904'),
    sent('999999'),
  ];
  expect(findMatches(CREATE, reports, makeConfig()).map(({ id }) => id)).toEqual([
    '999999',
    '9165901',
    '9165903',
    '9165904',
    '9165902',
  ]);
});

it('finds none where none is', () => {
  expect(findMatches(CREATE, [makeListed()], makeConfig())).toEqual([]);
});
