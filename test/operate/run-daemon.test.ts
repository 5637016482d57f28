import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../src/bridge.ts';
import type { LogEvent } from '../../src/logger.ts';
import type { Teller } from '../../src/operate/create-teller.ts';
import { runDaemon } from '../../src/operate/run-daemon.ts';
import { createPeerWatch } from '../../src/watch/create-peer-watch.ts';
import { createFakeBridge } from '../support/fake-bridge.ts';
import { makeConfig } from '../support/make-config.ts';
import { makeHost } from './make-host.ts';

const EVERY_SECOND = makeConfig({
  top: { schedule: { intake: '* * * * * *', reconcile: '* * * * * *', digest: '* * * * * *' }, web: { port: 0 } },
});

/** As long as a round, its requests and what settles may take. */
const ROUND_MS = 10.5 * 60_000;

class DiskError extends Error {
  readonly code: string;

  constructor(code: string) {
    super('unknown');
    this.code = code;
  }
}

/** A daemon that runs until it began a comparison. */
function startComparing() {
  return start(() => undefined, { isEnough: (comparisons) => comparisons > 0 });
}

interface Until {
  /** Whether a round that came to its end was the last, after so many comparisons that began. */
  readonly isEnough: (comparisons: number) => boolean;
  readonly reports?: number;
  /** How long the city takes for a page, of one report. */
  readonly pageMs?: number;
}

/** A daemon with one report to file. `recover` is what its ledger does first in each round. */
function start(recover: (round: number) => void, until: Until = { isEnough: () => true }) {
  const { isEnough, reports = 1, pageMs = 0 } = until;
  const strike = async (operation: string) => {
    if (operation === 'readPage') fake.clock.advance(pageMs);
    return null;
  };
  const fake = createFakeBridge({ config: EVERY_SECOND, local: { pageSize: 1, strike } });
  for (let index = 0; index < reports; index += 1) fake.local.file({ localId: String(1042 + index) });
  let rounds = 0;
  const comparisons: (readonly [at: number, afterMs: number])[] = [];
  const ledger = {
    ...fake.ledger,
    recover: async () => {
      rounds += 1;
      recover(rounds);
      return 0;
    },
    beginComparison: async (at: number, afterMs: number) => void comparisons.push([at, afterMs]),
  };
  const bridge: Bridge = {
    config: EVERY_SECOND,
    ledger,
    local: fake.local,
    national: fake.national,
    peers: createPeerWatch(),
    cycle: async ({ stop: _, ...options }) => await fake.cycle(options),
    reconcile: async ({ goesOn }) => await fake.reconcile(goesOn),
    close: async () => undefined,
  };
  const logged: LogEvent[] = [];
  const expected: (number | null)[] = [];
  let [stop, isWatched] = [(_: string): void => undefined, true];
  const { host } = makeHost({
    clock: fake.clock,
    onStopSignal(listener) {
      stop = listener;
      return () => {
        stop = () => undefined;
      };
    },
    watch: () => ({
      expect: (withinMs) => expected.push(withinMs),
      stop: async () => {
        isWatched = false;
      },
    }),
  });
  const told: string[] = [];
  const teller: Teller = {
    afterRound: async () => void told.push('round'),
    sendAll: async ({ subject }) => told.push(subject) > 0,
  };
  const log = (event: LogEvent) => {
    if (event.event !== 'web-listens') logged.push(event);
    if (event.event === 'cycle' && isEnough(comparisons.length)) stop('SIGTERM');
  };
  return {
    ended: runDaemon({ host, bridge, log, teller }),
    told,
    filed: () => fake.national.complaints.size,
    events: () => logged.map(({ event }) => event),
    expected,
    comparisons,
    reconciliation: () => fake.ledger.readReconciliation(),
    host,
    isWatched: () => isWatched,
  };
}

describe('runDaemon()', () => {
  it('begins its first round at once, and ends with the round that a signal falls into', async () => {
    const { ended, filed, expected, isWatched, events } = start(() => undefined);

    expect(await ended).toBe(0);

    expect(filed()).toBe(1);
    expect(events()).toEqual(['cycle', 'stopping']);
    expect(isWatched()).toBe(false);
    // From the beginning, and again from the last page of the city's list; then nothing, until the next.
    expect(expected).toEqual([ROUND_MS, ROUND_MS, null]);
  });

  it('reads a city that changed much to the end, however many rounds that would take, before it sends', async () => {
    const { ended, filed, expected } = start(() => undefined, { isEnough: () => true, reports: 9, pageMs: 60_000 });

    expect(await ended).toBe(0);

    expect(filed()).toBe(9);
    expect(expected).toEqual([...Array(10).fill(ROUND_MS), null]);
  });

  it('tells people after each round, and sends the digest when the schedule says so', async () => {
    const { ended, told } = start(() => undefined, {
      isEnough: () => told.filter((one) => one !== 'round').length > 0,
    });

    expect(await ended).toBe(0);

    expect(told[0]).toBe('round');
    expect(told).toContain('Ringkasan jembatan kota-serang, 2026-08-03');
  });

  it('begins a comparison of all rows when the schedule says so, and not before', async () => {
    const { ended, comparisons, events, host, reconciliation } = startComparing();

    await ended;

    expect(comparisons).toEqual([[host.clock.now(), 0]]);
    expect(events().length).toBeGreaterThan(2);
    // Both sides against the ledger, too: that goes on after the rounds that follow.
    expect(await reconciliation()).toMatchObject({ beganAt: host.clock.now(), completedAt: null });
  });

  it.each(['SQLITE_FULL', 'SQLITE_BUSY'])('goes on with the next round after %s', async (code) => {
    const { ended, filed, events } = start((round) => {
      if (round === 1) throw new DiskError(code);
    });

    expect(await ended).toBe(0);

    expect(events()).toEqual(['failed', 'cycle', 'stopping']);
    expect(filed()).toBe(1);
  });

  it.each<readonly [string, unknown]>([
    ['a failing disk', new DiskError('SQLITE_IOERR_WRITE')],
    ['a bug', new TypeError('x is not a function')],
    ['what is no error', 'SQLITE_FULL'],
  ])('ends at %s, and is watched no more', async (_name, error) => {
    const { ended, filed, isWatched } = start(() => {
      throw error;
    });

    await expect(ended).rejects.toBe(error);

    expect([filed(), isWatched()]).toEqual([0, false]);
  });
});
