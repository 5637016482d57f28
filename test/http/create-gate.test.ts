import { describe, expect, it } from 'vitest';
import { createGate, type PausableGate } from '../../src/http/create-gate.ts';
import type { Permit } from '../../src/http/gate.ts';
import { createManualClock } from './manual-clock.ts';

/** Everybody who asks at once and what has become of them. */
function ask(gate: PausableGate, count: number, signal?: AbortSignal) {
  const got: (Permit | null)[] = [];
  for (let i = 0; i < count; i += 1) void gate.enter(signal).then((permit) => got.push(permit));
  return got;
}

describe('createGate()', () => {
  it('lets a minute of requests in at once, and the next a minute after the first', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 10, concurrency: 100, clock });
    const got = ask(gate, 12);
    await clock.advance(0);
    expect(got).toHaveLength(10);
    await clock.advance(59_999);
    expect(got).toHaveLength(10);
    await clock.advance(1_001);
    expect(got).toHaveLength(12);
    expect(gate.begun).toBe(12);
  });

  it('counts the minute of a request that goes out late from then', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 2, concurrency: 100, clock });
    const [late] = await Promise.all([gate.enter(), gate.enter()]);
    await clock.advance(30_000);
    late?.goesOut();
    const got = ask(gate, 2);
    await clock.advance(60_999);
    expect(got).toHaveLength(1);
    await clock.advance(1);
    expect(got).toHaveLength(2);
  });

  it.each([1, 2, 7, 60])('never lets more than %i into any minute', async (perMinute) => {
    const clock = createManualClock();
    const gate = createGate({ perMinute, concurrency: 1_000, clock });
    const times: number[] = [];
    for (let i = 0; i < 4 * perMinute; i += 1) void gate.enter().then(() => times.push(clock.mono()));
    for (let second = 0; second < 240; second += 1) await clock.advance(997);
    const busiest = times.map((start) => times.filter((at) => at >= start && at <= start + 60_000).length);
    expect(Math.max(...busiest)).toBe(perMinute);
    expect(times.length).toBeGreaterThanOrEqual(3 * perMinute);
  });

  it('lets in as many at once as its concurrency, in the order they came', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 1_000, concurrency: 2, clock });
    const order: number[] = [];
    const permits: Permit[] = [];
    for (let i = 0; i < 5; i += 1) {
      void gate.enter().then((permit) => {
        order.push(i);
        if (permit !== null) permits.push(permit);
      });
    }
    await clock.advance(0);
    expect(order).toEqual([0, 1]);
    permits[1]?.release();
    await clock.advance(0);
    expect(order).toEqual([0, 1, 2]);
    permits[0]?.release();
    permits[2]?.release();
    await clock.advance(0);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  });

  it('takes a permit back once, however often it is given', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 1_000, concurrency: 1, clock });
    const permit = await gate.enter();
    const got = ask(gate, 3);
    permit?.release();
    permit?.release();
    await clock.advance(0);
    expect(got).toHaveLength(1);
  });

  it('lets nobody overtake who waits', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 1, concurrency: 5, clock });
    await gate.enter();
    const order: string[] = [];
    void gate.enter().then(() => order.push('first'));
    await clock.advance(30_000);
    void gate.enter().then(() => order.push('second'));
    await clock.advance(31_000);
    expect(order).toEqual(['first']);
    await clock.advance(61_000);
    expect(order).toEqual(['first', 'second']);
  });

  it('gives nothing to a signal that aborted, and leaves no timer behind', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 1, concurrency: 1, clock });
    expect(await gate.enter(AbortSignal.abort())).toBeNull();
    const holder = await gate.enter();
    holder?.release();
    const stop = new AbortController();
    const got = ask(gate, 3, stop.signal);
    expect(clock.sleepers).toBe(1);
    stop.abort();
    await clock.advance(0);
    expect(got).toEqual([null, null, null]);
    expect(clock.sleepers).toBe(0);
    expect(gate.begun).toBe(1);
  });

  it('goes on for the others when one leaves', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 1, concurrency: 1, clock });
    (await gate.enter())?.release();
    const stop = new AbortController();
    const leaver = ask(gate, 1, stop.signal);
    const stayer = ask(gate, 1);
    stop.abort();
    await clock.advance(61_000);
    expect(leaver).toEqual([null]);
    expect(stayer).toHaveLength(1);
  });

  it('waits anew for whoever comes after everybody left', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 1, concurrency: 1, clock });
    (await gate.enter())?.release();
    const stop = new AbortController();
    ask(gate, 1, stop.signal);
    stop.abort();
    const got = ask(gate, 1);
    await clock.advance(61_000);
    expect(got).toHaveLength(1);
  });

  it('stays shut during a pause, which only a longer one changes', async () => {
    const clock = createManualClock();
    const gate = createGate({ perMinute: 1_000, concurrency: 1_000, clock });
    gate.pauseUntilMono(clock.mono() + 65_000);
    gate.pauseUntilMono(clock.mono() + 10_000);
    const got = ask(gate, 2);
    await clock.advance(64_999);
    expect(got).toEqual([]);
    gate.pauseUntilMono(clock.mono() + 5_000);
    await clock.advance(1);
    expect(got).toEqual([]);
    await clock.advance(4_999);
    expect(got).toHaveLength(2);
  });

  it('counts those it let in, not those it sent away', async () => {
    const gate = createGate({ perMinute: 5, concurrency: 5, clock: createManualClock() });
    await gate.enter();
    await gate.enter(AbortSignal.abort());
    expect(gate.begun).toBe(1);
  });
});
