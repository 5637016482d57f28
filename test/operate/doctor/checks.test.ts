import { describe, expect, it } from 'vitest';
import { assumptions } from '../../../src/operate/doctor/assumptions.ts';
import { checkDisk } from '../../../src/operate/doctor/check-disk.ts';
import { checkHolidays } from '../../../src/operate/doctor/check-holidays.ts';
import { checkPeer } from '../../../src/operate/doctor/check-peer.ts';
import { checkPolicy } from '../../../src/operate/doctor/check-policy.ts';
import { checkProxy } from '../../../src/operate/doctor/check-proxy.ts';
import { checkRoutes } from '../../../src/operate/doctor/check-routes.ts';
import { checkSchedule } from '../../../src/operate/doctor/check-schedule.ts';
import type { DoctorFinding } from '../../../src/operate/doctor/doctor-finding.ts';
import { MONDAY_MS } from '../../support/fake-clock.ts';
import { makeConfig } from '../../support/make-config.ts';

const DAY_MS = 86_400_000;
const MB = 1024 * 1024;

/** Each finding in a line: what it is, how grave, what it means. */
const linesOf = (findings: readonly DoctorFinding[]) =>
  findings.map(({ check, severity, meaning }) => `${check} ${severity}: ${meaning}`);

describe('checkPeer()', () => {
  const seen = (skewMs: number | null, days: number | null) =>
    linesOf(
      checkPeer('en', 'national', {
        skewMs,
        certificateEndsAt: days === null ? null : MONDAY_MS + days * DAY_MS,
        now: MONDAY_MS,
      }),
    );

  it('finds nothing in a clock and a certificate that are right, or that nobody showed', () => {
    expect(seen(119_000, 15)).toEqual([]);
    expect(seen(null, null)).toEqual([]);
  });

  it('says by how much a clock is off, and which way', () => {
    expect(seen(150_000, null)).toEqual(['clock warning: The clock of LAPOR! is 2.5 minutes ahead of ours.']);
    expect(seen(-3_600_000, null)).toEqual(['clock warning: The clock of LAPOR! is 60 minutes behind ours.']);
  });

  it('warns of a certificate while there is time, and calls it an error when there is none', () => {
    expect(seen(null, 13.9)).toEqual([
      'certificate warning: The certificate of LAPOR! ends in 13 days; then nothing is sent there.',
    ]);
    expect(seen(null, 2.9)).toEqual([
      'certificate error: The certificate of LAPOR! ends in 2 days; then nothing is sent there.',
    ]);
  });
});

describe('checkDisk()', () => {
  it('finds a disk that is short, and one that is full', () => {
    const found = (free: number) =>
      linesOf(checkDisk('en', { free: free * MB, total: 40_000 * MB }, '/var/lib/jembatan'));
    expect(found(5_000)).toEqual([]);
    expect(found(400)).toEqual(['disk warning: 400 MB are left in /var/lib/jembatan.']);
    expect(found(40)).toEqual(['disk error: 40 MB are left in /var/lib/jembatan.']);
    expect(checkDisk('en', null, '/nowhere')).toEqual([]);
  });
});

describe('checkHolidays()', () => {
  const config = makeConfig({ top: { locale: 'en' } });
  const years = (known: readonly string[], now: number) => {
    const holidays = Object.fromEntries(known.map((year) => [year, { national: {}, cutiBersama: {} }]));
    return checkHolidays({ ...config, maps: { ...config.maps, holidays } }, now).map(({ meaning }) =>
      meaning.slice(0, 38),
    );
  };

  it('asks for this year always, and for the next from December on, by the clock of the site', () => {
    expect(years(['2026'], Date.parse('2026-11-30T16:59:59Z'))).toEqual([]);
    expect(years(['2026'], Date.parse('2026-11-30T17:00:00Z'))).toEqual(['holidays.yaml has no days off of 2027:']);
    expect(years(['2026', '2027'], Date.parse('2026-12-31T01:00:00Z'))).toEqual([]);
    expect(years(['2025'], Date.parse('2026-02-01T01:00:00Z'))).toEqual(['holidays.yaml has no days off of 2026:']);
  });
});

describe('checkPolicy()', () => {
  const found = (policy: Record<string, unknown>, national: Record<string, unknown> = {}) =>
    linesOf(checkPolicy(makeConfig({ policy, national, top: { locale: 'en' } }), MONDAY_MS));

  it('finds nothing in daily work', () => {
    expect(found({ since: '2026-08-01' })).toEqual([]);
  });

  it('says what keeps reports from being sent', () => {
    expect(found({ mode: 'shadow', since: '2026-08-01' })).toEqual([
      'policy note: policy.mode is shadow: nothing is sent to either side.',
    ]);
    expect(found({ since: '2026-09-01' })).toEqual([
      'policy warning: policy.since is 2026-09-01: until then no new report is filed.',
    ]);
    expect(found({ since: '2026-08-01' }, { environment: 'sandbox' })).toEqual([
      'policy note: Nothing is written to the city’s application (policy.writeBack; national.environment is sandbox).',
    ]);
  });
});

describe('checkProxy()', () => {
  const found = (proxy: string | null, environment: string | null) =>
    linesOf(checkProxy({ locale: 'en', proxy }, environment));

  it('tells of a proxy that is not used, and of one that is not there, never by its address', () => {
    expect(found(null, null)).toEqual([]);
    expect(found('http://proxy:3128', null)).toEqual([]);
    expect(found('environment', 'http://user:secret@proxy:3128')).toEqual([]);
    expect(found(null, 'http://user:secret@proxy:3128')).toEqual([
      'proxy note: The environment names a proxy; it is not used.',
    ]);
    expect(found('environment', null)).toEqual([
      'proxy warning: proxy is environment, but the environment names none.',
    ]);
  });
});

describe('checkRoutes()', () => {
  it('names what the maps do not know, each once', () => {
    const reports = [
      { category: 'Infrastruktur jalan', institution: 'DPUPR' },
      { category: 'Sampah', institution: 'DLH' },
      { category: 'Sampah', institution: null },
      { category: null, institution: 'PLN' },
    ];
    const config = makeConfig({ top: { locale: 'en' } });
    expect(linesOf(checkRoutes(config, reports))).toEqual([
      'categories warning: 1 categories of this week’s reports are not in the map, and go under its default: Sampah',
      'institutions warning: 1 OPDs of this week’s reports are not in the map, and go under its default: DLH',
    ]);
    expect(checkRoutes(config, [])).toEqual([]);
  });
});

describe('checkSchedule()', () => {
  const found = (schedule: Record<string, string>) =>
    linesOf(checkSchedule(makeConfig({ top: { locale: 'en', schedule } }), MONDAY_MS));

  it('finds nothing in the default, nor in a round every hour', () => {
    expect(found({})).toEqual([]);
    expect(found({ intake: '0 * * * *' })).toEqual([]);
  });

  it('finds gaps in which nothing is read, and what never comes', () => {
    expect(found({ intake: '*/2 7-16 * * *' })).toEqual([
      'schedule warning: schedule.intake leaves gaps of 14 hours in which nothing is read or sent.',
    ]);
    expect(found({ reconcile: '15 1 1 1 *' })).toEqual([
      'schedule warning: schedule.reconcile comes only in 192 hours, or never: what was missed is found late.',
    ]);
  });
});

describe('assumptions()', () => {
  const evidence = (given: Partial<Parameters<typeof assumptions>[1]>) =>
    Object.fromEntries(
      assumptions('en', { listed: null, hasList: false, ledger: null, skewMs: null, ...given }).map((one) => [
        one.name,
        one.evidence,
      ]),
    );

  it('gives each its evidence, and says where there is none', () => {
    expect(evidence({})).toMatchObject({
      findable: expect.stringContaining('no list'),
      disk: 'no ledger that could be read now',
      clocks: 'neither side says its time',
    });
    expect(evidence({ hasList: true })).toMatchObject({ findable: expect.stringContaining('did not answer') });
    const ledger = { cases: 3, deliveries: 2, history: 9, head: 'abcdef0123456789' };
    expect(evidence({ hasList: true, listed: 4, ledger, skewMs: -1_400 })).toMatchObject({
      findable: 'the list answers: 4 reports of this week',
      disk: expect.stringContaining('9 lines of history in one chain, head abcdef012345'),
      clocks: 'measured now: at most 1 seconds',
    });
  });
});
