import { describe, expect, it } from 'vitest';
import { decideReturn } from '../../src/intake/decide-return.ts';
import type { Case } from '../../src/ledger/case.ts';
import type { Delivery, Routed } from '../../src/ledger/delivery.ts';
import type { NationalDetail, NationalLogEntry } from '../../src/national/national-system.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeCase, makeDelivery } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';

const CONFIG = makeConfig({ national: { account: { userId: 7, institutionId: 151345, channel: 13 } } });
const [CITY, DPUPR, PLN, OTHER] = ['151345', '12001', '12838', '999'];
const NAMES: Readonly<Record<string, string>> = { [CITY]: 'Kota', [DPUPR]: 'DPUPR', [PLN]: 'PLN', [OTHER]: 'Provinsi' };
const UNVERIFIED = 'Belum Terverifikasi';

interface Given {
  /** `null`: nobody. */
  readonly at?: string | null;
  readonly status?: string | null;
  readonly log?: readonly Partial<NationalLogEntry>[];
  readonly owner?: Partial<Case>;
  readonly deliveries?: readonly Delivery[];
  readonly config?: typeof CONFIG;
}

function returned({ at = CITY, status = UNVERIFIED, log = [], owner = {}, deliveries, config = CONFIG }: Given) {
  const detail: NationalDetail = {
    statusName: status,
    institutionId: at,
    institutionName: at === null ? null : (NAMES[at] ?? null),
    log: log.map((entry) => ({ ...NOTHING, ...entry })),
    fingerprint: 'f',
  };
  const facts = {
    at: MONDAY_MS,
    case: makeCase(owner),
    messages: [],
    deliveries: deliveries ?? [filedAt(DPUPR)],
    told: [],
    formerly: [],
  };
  return decideReturn(detail, facts, config);
}

const NOTHING: NationalLogEntry = {
  id: null,
  at: null,
  text: '',
  fromInstitution: null,
  toInstitution: null,
  toInstitutionId: null,
  statusBefore: null,
  statusAfter: null,
};

function filedAt(id: string, routed: Partial<Routed> = {}): Delivery {
  const body = { routed: { id: Number(id), ours: true, by: 'opd', rule: null, opd: null, ...routed } } as const;
  return makeDelivery({ state: 'done', attempts: 1, body });
}

const PASSED_TO_PLN = makeDelivery({
  kind: 'reject',
  key: 'reject',
  state: 'done',
  attempts: 1,
  body: { targetInstitutionId: Number(PLN) },
});
const PASSED_ON = [filedAt(PLN, { ours: false }), PASSED_TO_PLN];

const to = (id: string, statusAfter: string | null = UNVERIFIED) => ({ toInstitutionId: id, statusAfter });
const named = (name: string) => ({ toInstitution: name, statusAfter: UNVERIFIED });
const givenUp = { fromInstitution: 'DPUPR', statusAfter: UNVERIFIED };

describe('decideReturn()', () => {
  it.each<readonly [string, Given]>([
    ['has a status of that name', { status: 'Bukan  Wewenang', at: DPUPR }],
    [
      'has a status that the map calls so',
      {
        status: 'Dikembalikan',
        config: makeConfig({ statuses: { national: {}, local: {}, returned: ['dikembalikan'] } }),
      },
    ],
    ['was given up by whom it was filed at', { at: null, log: [givenUp] }],
    ['was given up by whom it was passed on to', { at: null, log: [to(PLN), givenUp], deliveries: PASSED_ON }],
    ['lies with nobody, where somebody was read', { at: null, owner: { nationalInstitution: 'DPUPR' } }],
    ['came back to the city from its own OPD', { log: [to(CITY)] }],
    ['came back from whom it was passed on to', { log: [to(PLN), to(CITY)], deliveries: PASSED_ON }],
    ['came back, by a log that gives names alone', { log: [named('PLN'), named(' KOTA ')], deliveries: PASSED_ON }],
    ['came back to one of its OPD', { at: DPUPR, log: [to(PLN), to(DPUPR)], deliveries: PASSED_ON }],
    ['came back, and nobody knows who filed it', { log: [to(OTHER), to(CITY)], deliveries: [] }],
    [
      'came back verified once, and nobody knows who filed it',
      { log: [{ ...to(CITY), statusBefore: 'Selesai' }], deliveries: [] },
    ],
    [
      'came back from a status that the map does not know, verified before that',
      {
        log: [
          { statusBefore: UNVERIFIED, statusAfter: 'Selesai' },
          { statusBefore: 'Selesai', statusAfter: 'Nama Baru' },
          { ...to(CITY), statusBefore: 'Nama Baru' },
        ],
        deliveries: [],
      },
    ],
    [
      'came back from where it was filed straight away',
      {
        log: [to(CITY)],
        deliveries: [filedAt(PLN, { ours: false })],
        config: makeConfig({
          national: { account: { userId: 7, institutionId: 151345, channel: 13 } },
          policy: { foreign: 'disposition' },
        }),
      },
    ],
    ['is not taken by whom it was passed on to', { status: 'bukan wewenang', at: PLN, deliveries: PASSED_ON }],
  ])('says that it waits where it %s', (_, given) => {
    expect(returned(given)).toBe('waits');
  });

  it.each<readonly [string, Given]>([
    ['of another city', { at: OTHER, log: [to(OTHER)] }],
    [
      'that has no number',
      { at: null, log: [], owner: { nationalInstitution: null }, status: UNVERIFIED, deliveries: [] },
    ],
  ])('tells an institution %s apart', (_, given) => {
    expect(returned(given)).toBe(given.at === OTHER ? 'elsewhere' : null);
  });

  it.each<readonly [string, Given]>([
    ['has no status', { status: null }],
    ['was just filed', { at: DPUPR }],
    ['is verified, wherever it was', { status: 'Terverifikasi', log: [to(PLN), to(CITY)], deliveries: PASSED_ON }],
    ['is refused', { status: 'Ditolak' }],
    ['was passed on by us, and lies there', { at: PLN, log: [to(PLN)], deliveries: PASSED_ON }],
    ['was passed on by us, and an old copy does not show it', { deliveries: PASSED_ON }],
    ['was passed on by us, which shows as a status first', { status: 'Bukan wewenang', deliveries: PASSED_ON }],
    ['was passed on by us, and lies with nobody meanwhile', { at: null, log: [givenUp], deliveries: PASSED_ON }],
    ['was moved within the city', { at: DPUPR, log: [to(DPUPR)], deliveries: [filedAt(CITY)] }],
    ['was handed out, which verifies it', { at: PLN, log: [to(PLN, 'Terverifikasi')] }],
    ['was handed out, and the log names no status', { log: [to(PLN), to(CITY, null)] }],
    ['lies with nobody, and never lay with anybody', { at: null, log: [{ text: 'log' }] }],
    ['lies where it was filed', { at: CITY, log: [to(CITY)], deliveries: [filedAt(CITY)] }],
    [
      'was born there, and came to the city',
      { log: [to(OTHER), to(CITY)], owner: { route: 'national' }, deliveries: [] },
    ],
    ['was filed by nobody we know, and moved once', { log: [to(CITY)], deliveries: [] }],
    [
      'was filed by nobody we know, and came to the city unverified',
      { log: [{ ...to(CITY), statusBefore: UNVERIFIED }], deliveries: [] },
    ],
    [
      'was filed by nobody we know, and had a status that nobody knows',
      { log: [{ ...to(CITY), statusBefore: 'Nama Baru' }], deliveries: [] },
    ],
  ])('says nothing where it %s', (_, given) => {
    expect(returned(given)).toBeNull();
  });
});
