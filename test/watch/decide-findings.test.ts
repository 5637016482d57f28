import { describe, expect, it } from 'vitest';
import { healthySide, type SideHealth } from '../../src/ledger/side.ts';
import { decideFindings, type WatchFacts } from '../../src/watch/decide-findings.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MB = 1024 * 1024;

function side(name: 'local' | 'national', given: Partial<SideHealth> = {}): SideHealth {
  return { ...healthySide(name), lastOkAt: MONDAY_MS - MINUTE_MS, ...given };
}

const UNSEEN = { skewMs: null, certificateEndsAt: null };
const DAY_MS = 24 * HOUR_MS;
const seen = (given: Partial<WatchFacts['peers']['local']>): Partial<WatchFacts> => ({
  peers: { local: UNSEEN, national: { ...UNSEEN, ...given } },
});

const FACTS: WatchFacts = {
  now: MONDAY_MS,
  sides: { local: side('local'), national: side('national') },
  roundMs: 2 * MINUTE_MS,
  late: [],
  oldestReadyAt: null,
  missing: null,
  disk: { free: 5_000 * MB, total: 40_000 * MB },
  peers: { local: UNSEEN, national: UNSEEN },
};

const keysOf = (given: Partial<WatchFacts>) => decideFindings({ ...FACTS, ...given }).map(({ key }) => key);
const national = (given: Partial<SideHealth>): Partial<WatchFacts> => ({
  sides: { local: side('local'), national: side('national', given) },
});

describe('decideFindings()', () => {
  it.each<readonly [why: string, given: Partial<WatchFacts>, keys: readonly string[]]>([
    ['nothing where all is well', {}, []],
    [
      'nothing of a side that failed for the first time in this round',
      national({ state: 'down', lastOkAt: MONDAY_MS - 2 * MINUTE_MS }),
      [],
    ],
    [
      'a side that fails in the second round',
      national({ state: 'down', lastOkAt: MONDAY_MS - 4 * MINUTE_MS }),
      ['side:national'],
    ],
    ['a side that never answered', national({ state: 'down', lastOkAt: null }), ['side:national']],
    ['one that refuses us', national({ state: 'stopped', lastOkAt: MONDAY_MS - HOUR_MS }), ['side:national']],
    ['nothing of a pause that was asked for', national({ state: 'paused', lastOkAt: MONDAY_MS - HOUR_MS / 2 }), []],
    ['one without end', national({ state: 'paused', lastOkAt: MONDAY_MS - HOUR_MS }), ['side:national']],
    [
      'each OPD that is late, and those without a name',
      {
        late: [
          { institution: 'DPUPR', late: 3 },
          { institution: null, late: 1 },
          { institution: 'DLH', late: 0 },
        ],
      },
      ['late:DPUPR', 'late:'],
    ],
    ['nothing of what was owed lately', { oldestReadyAt: MONDAY_MS - HOUR_MS + 1 }, []],
    ['what waits for an hour', { oldestReadyAt: MONDAY_MS - HOUR_MS }, ['undelivered']],
    [
      'not what waits for a side that is away: that is told already',
      { ...national({ state: 'down' }), oldestReadyAt: MONDAY_MS - 9 * HOUR_MS },
      [],
    ],
    ['nothing of chance', { missing: { expected: 6.9, sinceMs: 0 } }, []],
    ['reports that should have come', { missing: { expected: 7, sinceMs: 0 } }, ['quiet:local']],
    ['a disk that has no share left', { disk: { free: 1_000 * MB, total: 40_000 * MB } }, ['disk']],
    ['a small disk that is full', { disk: { free: 500 * MB, total: 1_000 * MB } }, ['disk']],
    ['nothing of a disk that nobody can measure', { disk: null }, []],
    ['nothing of two minutes', seen({ skewMs: 120_000 }), []],
    ['a clock that is ahead', seen({ skewMs: 120_001 }), ['clock:national']],
    ['a clock that is behind', seen({ skewMs: -120_001 }), ['clock:national']],
    ['nothing of a certificate that is good for weeks', seen({ certificateEndsAt: MONDAY_MS + 14 * DAY_MS + 1 }), []],
    ['one that ends', seen({ certificateEndsAt: MONDAY_MS + 14 * DAY_MS }), ['certificate:national']],
    ['one that ended', seen({ certificateEndsAt: MONDAY_MS - 1 }), ['certificate:national']],
  ])('finds %s', (_, given, keys) => {
    expect(keysOf(given)).toEqual(keys);
  });

  it('measures what it finds: hours, reports, megabytes', () => {
    const found = decideFindings({
      ...FACTS,
      ...national({ state: 'down', lastOkAt: MONDAY_MS - 2.5 * HOUR_MS }),
      late: [{ institution: 'DPUPR', late: 3 }],
      missing: { expected: 9, sinceMs: MONDAY_MS - 30 * HOUR_MS },
      disk: { free: 100 * MB, total: 1_000 * MB },
      ...seen({ skewMs: -150_000, certificateEndsAt: MONDAY_MS + 36 * HOUR_MS }),
    });
    expect(found.map(({ event, trouble, of, amount }) => ({ event, trouble, of, amount }))).toEqual([
      { event: 'silent', trouble: 'away', of: 'national', amount: 2.5 },
      { event: 'late', trouble: 'late', of: 'DPUPR', amount: 3 },
      { event: 'silent', trouble: 'quiet', of: 'local', amount: 30 },
      { event: 'silent', trouble: 'disk', of: null, amount: 100 },
      { event: 'silent', trouble: 'clock', of: 'national', amount: 2.5 },
      { event: 'silent', trouble: 'certificate', of: 'national', amount: 1.5 },
    ]);
  });
});
