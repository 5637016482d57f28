import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SideEvent, SideHealth } from '../../src/ledger/side.ts';
import { healthySide, mustWait, nextSide, withinReach } from '../../src/ledger/side.ts';

const NOW = 1_000_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function side(given: Partial<SideHealth> = {}): SideHealth {
  return { ...healthySide('national'), ...given };
}

function heard(health: SideHealth, event: SideEvent, { now = NOW, random = 0.5 } = {}): SideHealth {
  return nextSide(health, event, { now, random });
}

const READ_OK: SideEvent = { type: 'read-ok', news: false };
const CREATED: SideEvent = { type: 'write-ok', create: true };
const WRITTEN: SideEvent = { type: 'write-ok', create: false };
const DOWN: SideEvent = { type: 'unreachable', reason: 'unreachable' };
const REFUSED: SideEvent = { type: 'refuses-us', reason: 'unauthorized' };
const IN_DOUBT: SideEvent = { type: 'create-in-doubt' };

describe('a side that answers', () => {
  it.each([
    ['a read', READ_OK],
    ['a create', CREATED],
    ['any other write', WRITTEN],
  ])('is up after %s, whatever was before', (_, event) => {
    for (const state of ['up', 'down', 'stopped'] as const) {
      const before = side({ state, failures: 7, until: NOW + MINUTE_MS, reason: 'unreachable' });
      expect(heard(before, event)).toEqual(side({ lastOkAt: NOW }));
    }
  });

  it('has news only where it says so', () => {
    expect(heard(side(), { type: 'read-ok', news: true }).lastNewAt).toBe(NOW);
    expect(heard(side({ lastNewAt: 5 }), READ_OK).lastNewAt).toBe(5);
  });
});

describe('a side that fails', () => {
  it.each([
    ['down', DOWN, 'unreachable'],
    ['stopped', REFUSED, 'unauthorized'],
  ] as const)('is %s and left alone for longer each time', (state, event, reason) => {
    const waits: number[] = [];
    let health = side();
    for (let failure = 1; failure <= 12; failure += 1) {
      health = heard(health, event);
      waits.push(health.until - NOW);
      expect(health).toMatchObject({ state, reason, failures: failure });
    }

    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waits.at(-1)).toBe(7.5 * MINUTE_MS);
  });

  it('waits for some part of at most two seconds, doubled with every failure, up to a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, random) => {
        const { until } = heard(side({ failures }), DOWN, { random });
        const capMs = Math.min(15 * MINUTE_MS, 2_000 * 2 ** Math.min(failures, 30));
        expect(until - NOW).toBeGreaterThanOrEqual(0);
        expect(until - NOW).toBeLessThanOrEqual(capMs);
        expect(until - NOW).toBe(Math.round(capMs * random));
      }),
    );
  });
});

describe('a side that asks for a pause', () => {
  const pause = (ms: number): SideEvent => ({ type: 'pause', ms, reason: 'throttled' });

  it.each([
    ['as long as it asks', 90_000, 90_000],
    ['six hours at most', 10 * HOUR_MS, 6 * HOUR_MS],
  ])('gets %s', (_, ms, expected) => {
    expect(heard(side(), pause(ms))).toMatchObject({ state: 'paused', until: NOW + expected, reason: 'throttled' });
  });

  it.each([
    ['a read', READ_OK],
    ['a write', WRITTEN],
    ['a create', CREATED],
    ['a failure', DOWN],
    ['a refusal', REFUSED],
    ['a shorter pause', pause(1000)],
  ])('gets it whole, whatever %s that was under way has to tell', (_, event) => {
    const paused = heard(side(), pause(90_000));

    expect(heard(paused, event)).toMatchObject({ state: 'paused', until: NOW + 90_000 });
  });

  it('may ask for a longer one', () => {
    expect(heard(heard(side(), pause(1000)), pause(90_000)).until).toBe(NOW + 90_000);
  });

  it.each([
    [READ_OK, { state: 'up', until: 0 }],
    [DOWN, { state: 'down', failures: 1 }],
    [REFUSED, { state: 'stopped', failures: 1 }],
    [pause(1000), { state: 'paused', until: NOW + 91_000 }],
  ] as const)('is heard again once that is over: %o', (event, expected) => {
    const paused = heard(side(), pause(90_000));

    expect(heard(paused, event, { now: NOW + 90_000 })).toMatchObject(expected);
  });

  it('has answered all the same', () => {
    expect(heard(heard(side(), pause(90_000)), READ_OK).lastOkAt).toBe(NOW);
  });
});

describe('creates', () => {
  it('stop with the first doubt, go singly after a good read, and are open after one that succeeded', () => {
    const stopped = heard(side(), IN_DOUBT);
    const single = heard(stopped, READ_OK);

    expect(stopped).toMatchObject({ state: 'up', creates: 'stopped', createDoubts: 1, createsUntil: NOW });
    expect(single).toMatchObject({ creates: 'single', createDoubts: 1 });
    expect(heard(single, READ_OK).creates).toBe('single');
    expect(heard(single, CREATED)).toMatchObject({ creates: 'open', createDoubts: 0, createsUntil: 0 });
  });

  it.each([
    ['a create that was under way', CREATED],
    ['another write', WRITTEN],
  ])('are not let go by %s', (_, event) => {
    expect(heard(heard(side(), IN_DOUBT), event)).toMatchObject({ creates: 'stopped', createDoubts: 1 });
  });

  it('wait after every further doubt in a row, twice as long each time, up to an hour', () => {
    const waits: number[] = [];
    let health = side();
    for (let doubt = 1; doubt <= 9; doubt += 1) {
      health = heard(heard(health, IN_DOUBT), READ_OK);
      waits.push((health.createsUntil - NOW) / MINUTE_MS);
    }

    expect(waits).toEqual([0, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('are never open between a doubt and the next success, and never beyond an hour away', () => {
    const events = fc.constantFrom(READ_OK, CREATED, WRITTEN, DOWN, REFUSED, IN_DOUBT);
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(90_000))), (all) => {
        let health = side();
        let now = NOW;
        let expected: SideHealth['creates'] = 'open';
        for (const [event, passedMs] of all) {
          now += passedMs;
          health = heard(health, event, { now });
          if (event === IN_DOUBT) expected = 'stopped';
          else if (event === READ_OK && expected === 'stopped') expected = 'single';
          else if (event === CREATED && expected === 'single') expected = 'open';
          expect(health.creates).toBe(expected);
          expect(health.createsUntil - now).toBeLessThanOrEqual(HOUR_MS);
        }
      }),
    );
  });
});

describe('mustWait()', () => {
  it.each([
    ['up', NOW + 1, false],
    ['down', NOW + 1, true],
    ['down', NOW, false],
    ['paused', NOW + 1, true],
    ['stopped', NOW + 1, true],
  ] as const)('of a side that is %s until %i is %s', (state, until, expected) => {
    expect(mustWait(side({ state, until }), NOW)).toBe(expected);
  });
});

describe('withinReach()', () => {
  it('leaves waits that can be', () => {
    const health = side({ state: 'paused', until: NOW + 6 * HOUR_MS, createsUntil: NOW + HOUR_MS });

    expect(withinReach(health, NOW)).toBe(health);
  });

  it.each([
    ['the side', { until: NOW + 6 * HOUR_MS + 1 }, { until: NOW + 6 * HOUR_MS, createsUntil: 0 }],
    ['its creates', { createsUntil: NOW + HOUR_MS + 1 }, { until: 0, createsUntil: NOW + HOUR_MS }],
  ])('shortens a wait of %s that a wrong clock set', (_, given, expected) => {
    expect(withinReach(side(given), NOW)).toEqual(side(expected));
  });
});
