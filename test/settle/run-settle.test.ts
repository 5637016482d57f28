import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/ledger/delivery.ts';
import type { Probe, ProbeVerdict } from '../../src/ledger/probe.ts';
import { createLeapWatch } from '../../src/settle/create-leap-watch.ts';
import { runSettle, type SettleDeps } from '../../src/settle/run-settle.ts';
import { createFakeClock, MONDAY_MS } from '../support/fake-clock.ts';
import { makeDelivery } from '../support/make-case.ts';
import { makeFollowUpWork } from '../support/make-work.ts';

const MINUTE_MS = 60_000;
const POLICY = { settleMs: 20 * MINUTE_MS, giveUpMs: 24 * 60 * MINUTE_MS };

function doubt(id: number, given: Partial<Delivery> = {}): Delivery {
  return makeDelivery({ id, kind: 'follow-up', state: 'doubt', endedAt: MONDAY_MS, body: { part: 1 }, ...given });
}

/** A ledger of these doubts, which stay until they are settled. */
function start(doubts: readonly Delivery[], probe: Probe | ((id: number) => Probe) = { foundIds: [] }) {
  const clock = createFakeClock();
  const anew: number[] = [];
  const settled: [number, ProbeVerdict, number][] = [];
  const looked: number[] = [];
  const halt = new AbortController();
  const deps: SettleDeps = {
    ledger: {
      doubtfulDeliveries: async ({ limit, afterId }) =>
        doubts
          .filter(({ id }) => id > afterId)
          .slice(0, limit)
          .map((delivery) => makeFollowUpWork({ delivery })),
      countDoubtsAnew: async (at) => void anew.push(at - MONDAY_MS),
      settleDoubt: async (id, verdict, beganAt) => {
        settled.push([id, verdict, beganAt - MONDAY_MS]);
      },
    },
    side: 'national',
    clock,
    leaps: createLeapWatch(clock),
    resends: false,
    policy: POLICY,
    halt: halt.signal,
    waits: () => false,
    skips: () => false,
    probe: async ({ delivery }) => {
      looked.push(delivery.id);
      return typeof probe === 'function' ? probe(delivery.id) : probe;
    },
    looked: new Set(),
  };
  return { clock, deps, settled, anew, looked, halt };
}

describe('runSettle()', () => {
  it('settles what is found, oldest first, at the time the look-up began', async () => {
    const { clock, deps, settled } = start([doubt(1), doubt(2)], (id) => ({
      foundIds: id === 1 ? ['501'] : ['7', '8'],
    }));
    clock.advance(1);
    expect(await runSettle(deps)).toBe(2);
    expect(settled).toEqual([
      [1, { type: 'found', peerId: '501', others: [] }, 1],
      [2, { type: 'found', peerId: '7', others: ['8'] }, 1],
    ]);
  });

  it('looks at each of many, also where none is settled', async () => {
    const { deps, looked } = start(Array.from({ length: 120 }, (_, index) => doubt(index + 1)));
    expect(await runSettle(deps)).toBe(0);
    expect(looked).toHaveLength(120);
  });

  it('counts no absence before the side had its time to settle', async () => {
    const { clock, deps, settled } = start([doubt(1)]);
    clock.advance(POLICY.settleMs - 1);
    expect(await runSettle(deps)).toBe(0);
    clock.advance(1);
    expect(await runSettle(deps)).toBe(0);
    expect(settled).toEqual([[1, { type: 'missing', absent: false }, POLICY.settleMs]]);
  });

  it('takes nothing from a look-up during which the clock was set forward', async () => {
    const work = start([doubt(1), doubt(2)]);
    work.clock.advance(POLICY.settleMs);
    const probe: SettleDeps['probe'] = async () => {
      work.clock.setWall(60 * MINUTE_MS);
      return { foundIds: [] };
    };
    expect(await runSettle({ ...work.deps, probe })).toBe(0);
    expect(work.settled).toEqual([]);
    expect(work.anew).toEqual([80 * MINUTE_MS, 140 * MINUTE_MS]);
  });

  it('moves one with its second absence', async () => {
    const { clock, deps, settled } = start([doubt(1, { absences: 1, lastAbsenceAt: MONDAY_MS + POLICY.settleMs })]);
    clock.advance(POLICY.settleMs + MINUTE_MS);
    expect(await runSettle(deps)).toBe(1);
    expect(settled).toEqual([[1, { type: 'missing', absent: true }, POLICY.settleMs + MINUTE_MS]]);
  });

  it('looks once in a run, and again only where that would count', async () => {
    const { clock, deps, looked } = start([doubt(1)]);
    await runSettle(deps);
    await runSettle(deps);
    expect(looked).toEqual([1]);
    clock.advance(POLICY.settleMs);
    await runSettle(deps);
    expect(looked).toEqual([1, 1]);
  });

  it('parks what there is no way to look up, even while the side must be left alone', async () => {
    const work = start([doubt(1), doubt(2, { kind: 'create', reason: 'lost-answer' })], 'no-way');
    expect(await runSettle({ ...work.deps, waits: () => true })).toBe(1);
    expect(work.settled).toEqual([[2, { type: 'no-way', reason: 'outcome-unknown' }, 0]]);
  });

  it('waits after a look-up that failed, for a day', async () => {
    const { clock, deps, settled } = start([doubt(1)], 'failed');
    clock.advance(POLICY.giveUpMs - 1);
    expect(await runSettle(deps)).toBe(0);
    clock.advance(1);
    expect(await runSettle(deps)).toBe(1);
    expect(settled).toEqual([[1, { type: 'no-way', reason: 'outcome-unknown' }, POLICY.giveUpMs]]);
  });

  it('takes nothing from a look-up that was broken off', async () => {
    const { clock, deps, settled, looked, halt } = start([doubt(1), doubt(2)], () => {
      halt.abort();
      return 'failed';
    });
    clock.advance(POLICY.giveUpMs);
    expect(await runSettle(deps)).toBe(0);
    expect([settled, looked]).toEqual([[], [1]]);
  });
});
