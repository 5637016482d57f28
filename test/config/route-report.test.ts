import { describe, expect, it } from 'vitest';
import { type RouteSubject, routeReport, routeSteps, routesOf } from '../../src/config/route-report.ts';
import { configOf } from './load-text.ts';

const { institutions } = configOf('', {
  maps: {
    'institutions.yaml': `
default: { id: 151345, ours: true }
DPUPR: { id: 20001, ours: true, aliases: [Dinas PU] }
PLN: { id: 30003, ours: false, aliases: [PT PLN] }
Provinsi: { id: 30004, ours: false }
Kecamatan Utara: { id: 20002, ours: true }
rules:
  - { to: Provinsi, opd: [DPUPR, Dinas Lain], keywords: [jalan provinsi] }
  - { to: pt pln, keywords: [listrik padam, pln] }
  - { to: Kecamatan Utara, categories: [Kebersihan], districts: [Utara], villages: [Jatirindu, Kel. Sukamaju] }
  - { to: default, categories: [PLN] }
`,
  },
}).maps;

const NOTHING: RouteSubject = { opd: null, category: null, district: null, village: null, text: null };

describe('routeReport()', () => {
  it.each<readonly [string, Partial<RouteSubject>, readonly [by: string, rule: number | null, id: number]]>([
    ['its OPD', { opd: 'dinas  pu', text: 'Jalan berlubang' }, ['opd', null, 20001]],
    ['nothing at all', {}, ['default', null, 151345]],
    ['an OPD without a line', { opd: 'Dinas X' }, ['default', null, 151345]],
    ['a rule that names its OPD by an alias', { opd: 'Dinas PU', text: 'JALAN\nProvinsi' }, ['rule', 1, 30004]],
    ['a rule that names an OPD without a line', { opd: 'dinas lain', text: 'jalan provinsi' }, ['rule', 1, 30004]],
    ['a keyword, where it has no OPD', { text: 'Listrik padam lagi' }, ['rule', 2, 30003]],
    ['a keyword, where its OPD has no line', { opd: 'Umum', text: '(PLN)' }, ['rule', 2, 30003]],
    ['its OPD, whatever keyword it has', { opd: 'DPUPR', text: 'tiang PLN roboh' }, ['opd', null, 20001]],
    ['no part of a word', { text: 'aplnya' }, ['default', null, 151345]],
    [
      'category and place',
      { category: 'kebersihan', district: 'Kec. Utara', village: 'Kelurahan JATIRINDU' },
      ['rule', 3, 20002],
    ],
    [
      'no rule of which a part is missing',
      { category: 'kebersihan', district: 'Utara', village: 'Lain' },
      ['default', null, 151345],
    ],
    ['a rule that leads home', { category: 'pln' }, ['rule', 4, 151345]],
  ])('goes by %s', (_, given, [by, rule, id]) => {
    expect(routeReport(institutions, { ...NOTHING, ...given })).toMatchObject({ by, rule, target: { id } });
  });

  it('says of every step before why it did not hold', () => {
    const steps = routeSteps(institutions, { ...NOTHING, opd: 'Dinas PU', category: 'Kebersihan', text: 'x' });

    expect(steps.map(({ by, target, unmet }) => [by, target?.name, unmet])).toEqual([
      ['rule', 'Provinsi', 'keywords'],
      ['rule', 'PLN', 'opd-given'],
      ['rule', 'Kecamatan Utara', 'opd-given'],
      ['rule', null, 'opd-given'],
      ['opd', 'DPUPR', null],
      ['default', null, null],
    ]);
  });

  it.each([
    ['opd', {}, 0],
    ['keywords', { text: '' }, 1],
    ['keywords', { text: null }, 1],
    ['categories', {}, 2],
    ['districts', { category: 'Kebersihan' }, 2],
    ['villages', { category: 'Kebersihan', district: 'Utara' }, 2],
  ] as const)('names %s as what is missing of %j', (unmet, given, index) => {
    expect(routeSteps(institutions, { ...NOTHING, ...given })[index]).toMatchObject({ unmet });
  });

  it('names an OPD that has no line', () => {
    expect(routeSteps(institutions, NOTHING)[4]).toEqual({ by: 'opd', rule: null, target: null, unmet: 'opd' });
  });

  it('gives what would come next, too', () => {
    const routes = routesOf(institutions, { ...NOTHING, opd: 'DPUPR', text: 'jalan provinsi' });
    expect(routes.map(({ target }) => target.id)).toEqual([30004, 20001, 151345]);
  });
});
