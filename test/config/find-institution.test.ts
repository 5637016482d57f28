import { describe, expect, it } from 'vitest';
import { findInstitution } from '../../src/config/find-institution.ts';
import { configOf } from './load-text.ts';

const { institutions } = configOf('', {
  maps: {
    'institutions.yaml': `
default: { id: 151345, ours: true }
Dinas Lingkungan Hidup: { id: "20002", ours: true, aliases: [DLH, LH] }
PLN: { id: 30003, ours: false }
`,
  },
}).maps;

describe('findInstitution()', () => {
  it.each([
    ['dinas lingkungan  hidup', { id: 20002, ours: true, mapped: true }],
    ['dlh', { id: 20002, ours: true, mapped: true }],
    ['pln', { id: 30003, ours: false, mapped: true }],
    ['Dinas Sosial', { id: 151345, ours: true, mapped: false }],
    ['toString', { id: 151345, ours: true, mapped: false }],
    [null, { id: 151345, ours: true, mapped: false }],
  ])('finds for %j: %j', (name, expected) => {
    expect(findInstitution(institutions, name)).toEqual(expected);
  });
});
