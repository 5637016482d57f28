import { expect, it } from 'vitest';
import { decideInstitutions } from '../../src/intake/decide-institutions.ts';
import type { KnownInstitution } from '../../src/ledger/institution.ts';

const list = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => ({ id: String(from + index), name: `Instansi ${from + index}` }));
const known = (count: number, goneAt: number | null = null): readonly KnownInstitution[] =>
  list(count).map((one) => ({ ...one, goneAt }));

it.each([
  ['the first list', { known: [], read: list(1) }, []],
  ['the same again', { known: known(4), read: list(4) }, []],
  ['a list that grew', { known: known(4), read: list(9) }, []],
  ['one that lost less than half', { known: known(5), read: list(3) }, ['4', '5']],
  ['one that lost half, if a person said so', { known: known(4), read: list(1), isConfirmed: true }, ['2', '3', '4']],
  ['a list in the place of which all are gone', { known: known(3, 7), read: list(1) }, ['2', '3']],
  ['one that names what was gone', { known: [...known(1), { id: '2', name: 'B', goneAt: 7 }], read: list(2) }, []],
])('takes %s, and marks what it does not name', (_, facts, gone) => {
  expect(decideInstitutions({ isConfirmed: false, ...facts })).toEqual({ type: 'take', gone });
});

it.each([
  ['an empty list', { known: [], read: [] }],
  ['an empty one, whoever said so', { known: known(3), read: [], isConfirmed: true }],
  ['one that lost half', { known: known(4), read: list(2) }],
  ['one of others', { known: known(4), read: list(9, 100) }],
])('refuses %s', (_, facts) => {
  expect(decideInstitutions({ isConfirmed: false, ...facts })).toEqual({ type: 'refuse' });
});
