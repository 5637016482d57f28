import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DeadlineFacts, dueAt } from '../../src/deadlines/due-at.ts';
import type { ReportKind } from '../../src/report/report.ts';
import type { BridgeStatus } from '../../src/report/status.ts';
import { configOf } from '../config/load-text.ts';

const CITY = `
local: { kind: rest, baseUrl: https://rabeg.example.test/api, headers: {} }
national: { baseUrl: https://lapor.example.test/v3, headers: {} }
`;
const HOLIDAYS = readFileSync('config/holidays.yaml', 'utf8');
const DEADLINES = readFileSync('config/deadlines.yaml', 'utf8');

/** The shipped deadlines and holidays, in the zone of Serang. */
const SHIPPED = configWith({});

function configWith({ zone = 'Asia/Jakarta', deadlines = DEADLINES, holidays = HOLIDAYS }) {
  const maps = { 'deadlines.yaml': deadlines, 'holidays.yaml': holidays };
  return configOf(`timezone: ${zone}${CITY}`, { maps });
}

function facts(made: string, change: Partial<DeadlineFacts> = {}): DeadlineFacts {
  return { kind: 'pengaduan', createdAt: Date.parse(made), bridgeStatus: null, ...change };
}

/** The last second of a day in Serang. */
function endOf(day: string): number {
  return Date.parse(`${day}T23:59:59+07:00`);
}

describe('dueAt()', () => {
  it.each<[ReportKind, BridgeStatus | null, string, string]>([
    ['pengaduan', null, '2026-07-06', '2026-07-09'],
    ['pengaduan', 'received', '2026-07-06', '2026-07-09'],
    ['pengaduan', 'verified', '2026-07-06', '2026-07-13'],
    ['pengaduan', 'in-progress', '2026-07-06', '2026-07-24'],
    ['pengaduan', 'waiting-reporter', '2026-07-06', '2026-07-24'],
    ['aspirasi', 'received', '2026-07-06', '2026-07-09'],
    ['aspirasi', 'verified', '2026-07-06', '2026-07-13'],
    ['aspirasi', 'in-progress', '2026-07-06', '2026-07-24'],
    ['permintaan_informasi', null, '2026-07-06', '2026-07-09'],
    ['permintaan_informasi', 'verified', '2026-07-06', '2026-07-13'],
    ['permintaan_informasi', 'in-progress', '2026-07-06', '2026-07-13'],
    ['permintaan_informasi', 'waiting-reporter', '2026-07-06', '2026-07-13'],
    ['pengaduan', 'received', '2026-03-17', '2026-03-27'],
    ['pengaduan', 'verified', '2026-03-17', '2026-03-31'],
    ['pengaduan', 'in-progress', '2026-03-17', '2026-04-14'],
    ['permintaan_informasi', 'in-progress', '2026-03-21', '2026-03-31'],
    ['pengaduan', 'received', '2026-12-23', '2026-12-30'],
    ['pengaduan', 'verified', '2026-12-23', '2027-01-01'],
  ])('gives %s at %s, made on %s, until the end of %s', (kind, bridgeStatus, made, last) => {
    expect(dueAt(facts(`${made}T09:00:00+07:00`, { kind, bridgeStatus }), SHIPPED)).toBe(endOf(last));
  });

  it.each(['closed', 'archived', 'rejected'] as const)('waits for nothing where the report is %s', (bridgeStatus) => {
    expect(dueAt(facts('2026-07-06T09:00:00+07:00', { bridgeStatus }), SHIPPED)).toBeNull();
  });

  it.each([
    ['the first moment of a Monday', '2026-07-06T00:00:00+07:00', '2026-07-09'],
    ['its last moment', '2026-07-06T23:59:59.999+07:00', '2026-07-09'],
    ['a Monday in Serang that is still Sunday in UTC', '2026-07-05T17:00:00Z', '2026-07-09'],
    ['the last moment of a Sunday in Serang', '2026-07-05T16:59:59.999Z', '2026-07-08'],
    ['the first moment of a Tuesday in Serang', '2026-07-06T17:00:00Z', '2026-07-10'],
  ])('counts from %s', (_, made, last) => {
    expect(dueAt(facts(made), SHIPPED)).toBe(endOf(last));
  });

  it.each([
    ['Asia/Makassar', '2026-07-06T16:00:00Z', '2026-07-10T23:59:59+08:00'],
    ['Asia/Jayapura', '2026-07-06T15:00:00Z', '2026-07-10T23:59:59+09:00'],
  ])('counts and ends by the days of %s', (zone, made, end) => {
    expect(dueAt(facts(made), configWith({ zone }))).toBe(Date.parse(end));
  });

  describe('where rules changed', () => {
    const config = configWith({
      deadlines: `
- { from: 2026-07-01, classification: default, step: verify, workingDays: 2 }
- { from: 2018-01-01, classification: default, step: verify, workingDays: 3 }
- { from: 2026-07-01, classification: pengaduan, step: finish, workingDays: 10 }
- { from: 2018-01-01, classification: pengaduan, step: finish, workingDays: 14 }
- { from: 2018-01-01, classification: default, step: finish, workingDays: 5 }
- { from: 2026-08-01, classification: default, step: finish, workingDays: 7 }
- { from: 2018-01-01, classification: default, step: first-follow-up, workingDays: 5 }
`,
    });

    it.each<[string, string, Partial<DeadlineFacts>, string]>([
      ['the old rule to the last moment of its time', '2026-06-30T23:59:59+07:00', {}, '2026-07-03'],
      ['the new rule from its first moment', '2026-07-01T00:00:00+07:00', {}, '2026-07-03'],
      ['the new rule a day later', '2026-07-02T09:00:00+07:00', {}, '2026-07-06'],
      ['the old rule of its kind', '2026-06-30T09:00:00+07:00', { bridgeStatus: 'in-progress' }, '2026-07-20'],
      ['the new rule of its kind', '2026-07-01T09:00:00+07:00', { bridgeStatus: 'in-progress' }, '2026-07-15'],
      [
        'the rule of its kind before a newer general one',
        '2026-08-03T09:00:00+07:00',
        { bridgeStatus: 'in-progress' },
        '2026-08-18',
      ],
      [
        'the general rule where its kind has none',
        '2026-07-06T09:00:00+07:00',
        { kind: 'aspirasi', bridgeStatus: 'in-progress' },
        '2026-07-13',
      ],
    ])('takes %s: made at %s', (_, made, change, last) => {
      expect(dueAt(facts(made, change), config)).toBe(endOf(last));
    });

    it('knows no end for a report older than every rule', () => {
      expect(dueAt(facts('2017-12-31T23:59:59+07:00'), config)).toBeNull();
      expect(dueAt(facts('2018-01-01T00:00:00+07:00'), config)).not.toBeNull();
    });
  });

  it('goes by the holidays of the configuration that it is given', () => {
    const holidays = '2026: { national: { 2026-07-07: Hari Contoh }, cutiBersama: { 2026-07-08: Hari Contoh } }';
    const made = facts('2026-07-06T09:00:00+07:00');
    expect(dueAt(made, configWith({ holidays }))).toBe(endOf('2026-07-13'));
    expect(dueAt(made, SHIPPED)).toBe(endOf('2026-07-09'));
  });
});
