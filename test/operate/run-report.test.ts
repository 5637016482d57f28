import { describe, expect, it } from 'vitest';
import type { CycleResult } from '../../src/cycle/run-cycle.ts';
import type { SideEvent } from '../../src/ledger/side.ts';
import type { Attention, Stuck } from '../../src/ledger/verbs/overview.ts';
import { toRunReport } from '../../src/operate/run-report.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { makeConfig } from '../support/make-config.ts';
import { openWatch } from '../support/open-watch.ts';

const DELIVERIES = { ready: 1, sending: 0, doubt: 2, parked: 3, held: 4, done: 5 };
const MEASURED = { requests: { local: 12, national: 34 }, durationMs: 5678 };
const NOTHING: Attention = { stuck: [], alarms: [], quarantined: [], twins: [] };
const DOWN: SideEvent = { type: 'unreachable', reason: 'unreachable' };
const REFUSES: SideEvent = { type: 'refuses-us', reason: 'unauthorized' };
const PAUSED: SideEvent = { type: 'pause', ms: 65_000, reason: 'throttled' };

const STUCK: Stuck = {
  deliveryId: 1,
  localId: '1042',
  nationalId: null,
  side: 'national',
  kind: 'create',
  key: 'create',
  state: 'parked',
  reason: 'refused',
  endedAt: null,
  createdAt: 0,
  attempts: 1,
  secret: false,
};
const PARKED: Attention = { ...NOTHING, stuck: [STUCK] };
const HELD: Attention = { ...NOTHING, stuck: [{ ...STUCK, state: 'held', reason: 'operator' }] };

interface Given {
  readonly attention?: Attention;
  readonly local?: SideEvent;
  readonly national?: SideEvent;
}

async function reportOf({ attention = NOTHING, local, national }: Given) {
  const clock = createFakeClock();
  const sides = { local: await openWatch('local', clock), national: await openWatch('national', clock) };
  if (local !== undefined) await sides.local.note(local);
  if (national !== undefined) await sides.national.note(national);
  const result: CycleResult = {
    local: { seen: 9, new: 4, changed: 3, quarantined: 2 },
    national: { polled: 8, changed: 7, new: 6 },
    done: { create: 21, reject: 22, 'follow-up': 23, report: 26, 'write-back': 24, response: 25 },
    moved: 99,
    sides,
  };
  const ledger = {
    readTally: async () => ({ deliveries: DELIVERIES, open: 6, closed: 7 }),
    readAttention: async () => attention,
  };
  return await toRunReport({ ledger, config: makeConfig({ top: { locale: 'en' } }) }, result, MEASURED);
}

describe('toRunReport()', () => {
  it('has the shape of the command line’s contract', async () => {
    expect(await reportOf({ attention: HELD })).toEqual({
      intake: { local: { seen: 9, new: 4, changed: 3, quarantined: 2 }, national: { polled: 8, changed: 7, new: 6 } },
      forward: { reports: 21, followUps: 23, rejects: 22 },
      mirror: { reports: 26, statuses: 24, followUps: 25 },
      deliveries: DELIVERIES,
      attention: [
        {
          localId: '1042',
          nationalId: null,
          kind: 'create',
          state: 'held',
          reason: 'operator',
          next: 'jembatan release 1042',
        },
      ],
      requests: { local: 12, national: 34 },
      durationMs: 5678,
      exit: 0,
    });
  });

  it.each<[string, Given, number]>([
    ['nothing waits', {}, 0],
    ['only an operator’s own hold waits', { attention: HELD }, 0],
    ['a person is needed', { attention: PARKED }, 1],
    ['the local side did not answer', { local: DOWN }, 4],
    ['LAPOR! did not answer', { national: DOWN }, 4],
    ['the local side refuses us', { local: REFUSES }, 4],
    ['LAPOR! refuses us', { national: REFUSES }, 4],
    ['a side did not answer and a person is needed', { attention: PARKED, national: DOWN }, 4],
    ['a side asked for a pause', { national: PAUSED }, 0],
    ['a side asked for a pause and a person is needed', { attention: PARKED, national: PAUSED }, 1],
  ])('gives the exit code where %s', async (_, given, exit) => {
    expect((await reportOf(given)).exit).toBe(exit);
  });
});
