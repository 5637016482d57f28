import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersAreDue, nextPollAt, type PollFacts } from '../../src/intake/next-poll.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOW = Date.UTC(2026, 7, 3);

const NEVER: PollFacts = {
  createdAt: NOW,
  firstSeenAt: NOW,
  filedAt: null,
  nationalChangedAt: null,
  closedAt: null,
  answersReadAt: null,
};

function waitMs(facts: Partial<PollFacts>, changed = false, spread = 0.5): number {
  return nextPollAt({ ...NEVER, ...facts }, { now: NOW, changed, spread }) - NOW;
}

describe('nextPollAt()', () => {
  it.each<readonly [string, Partial<PollFacts>, boolean, number]>([
    ['just seen', {}, false, 2 * MINUTE_MS],
    ['filed now, seen long ago', { firstSeenAt: NOW - DAY_MS, filedAt: NOW }, false, 2 * MINUTE_MS],
    ['quiet for an hour', { nationalChangedAt: NOW - HOUR_MS }, false, 6 * MINUTE_MS],
    ['quiet for a day', { nationalChangedAt: NOW - DAY_MS }, false, 2.4 * HOUR_MS],
    ['quiet for ten days', { nationalChangedAt: NOW - 10 * DAY_MS }, false, DAY_MS],
    ['quiet for a year', { nationalChangedAt: NOW - 365 * DAY_MS }, false, DAY_MS],
    ['changed now after a year', { nationalChangedAt: NOW - 365 * DAY_MS }, true, 2 * MINUTE_MS],
    ['closed now', { closedAt: NOW }, false, DAY_MS],
    ['closed for 30 days', { closedAt: NOW - 30 * DAY_MS }, false, DAY_MS],
    ['closed for longer', { closedAt: NOW - 31 * DAY_MS }, false, 7 * DAY_MS],
    ['closed, and just said something', { closedAt: NOW - 31 * DAY_MS }, true, 2 * MINUTE_MS],
    ['changed in the future, by a clock that jumped', { nationalChangedAt: NOW + DAY_MS }, false, 2 * MINUTE_MS],
  ])('of a case %s', (_name, facts, changed, expected) => {
    expect(waitMs(facts, changed)).toBe(expected);
  });

  it('spreads cases by a tenth to either side', () => {
    const facts = { nationalChangedAt: NOW - DAY_MS };
    expect([waitMs(facts, false, 0), waitMs(facts, false, 0.999_999)].map((ms) => ms / HOUR_MS)).toEqual([
      expect.closeTo(2.16, 3),
      expect.closeTo(2.64, 3),
    ]);
  });

  it('never waits less for one that was quiet longer', () => {
    const quiet = fc.integer({ min: 0, max: 1000 * DAY_MS });
    fc.assert(
      fc.property(quiet, quiet, fc.double({ min: 0, max: 0.999, noNaN: true }), (a, b, spread) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const wait = (ms: number) => waitMs({ nationalChangedAt: NOW - ms }, false, spread);
        expect(wait(less)).toBeLessThanOrEqual(wait(more));
      }),
    );
  });

  it('never gives a case up, and never asks in a hurry', () => {
    const moment = fc.option(fc.integer({ min: NOW - 3000 * DAY_MS, max: NOW + DAY_MS }));
    const facts = fc.record({
      firstSeenAt: fc.constant(NOW),
      filedAt: moment,
      nationalChangedAt: moment,
      closedAt: moment,
    });
    fc.assert(
      fc.property(facts, fc.boolean(), fc.double({ min: 0, max: 0.999, noNaN: true }), (given, changed, spread) => {
        const wait = waitMs(given, changed, spread);
        expect(wait).toBeGreaterThanOrEqual(1.8 * MINUTE_MS);
        expect(wait).toBeLessThanOrEqual(7.7 * DAY_MS);
      }),
    );
  });
});

describe('answersAreDue()', () => {
  const due = (facts: Partial<PollFacts>, moved = false) => answersAreDue({ ...NEVER, ...facts }, { now: NOW, moved });

  it.each<readonly [string, Partial<PollFacts>, boolean, boolean]>([
    ['never read', { answersReadAt: null }, false, true],
    ['the report moved', { answersReadAt: NOW }, true, true],
    ['read nine minutes ago, quiet for none', { answersReadAt: NOW - 9 * MINUTE_MS }, false, false],
    ['read in a time that has not come: the clock was ahead', { answersReadAt: NOW + 1 }, false, true],
    ['read ten minutes ago, quiet for none', { answersReadAt: NOW - 10 * MINUTE_MS }, false, true],
    [
      'read two hours ago, quiet for a day',
      { answersReadAt: NOW - 2 * HOUR_MS, nationalChangedAt: NOW - DAY_MS },
      false,
      false,
    ],
    [
      'read six hours ago, quiet for a day',
      { answersReadAt: NOW - 6 * HOUR_MS, nationalChangedAt: NOW - DAY_MS },
      false,
      true,
    ],
    [
      'read twelve hours ago, quiet for a year',
      { answersReadAt: NOW - 12 * HOUR_MS, nationalChangedAt: NOW - 365 * DAY_MS },
      false,
      true,
    ],
  ])('%s', (_name, facts, moved, expected) => {
    expect(due(facts, moved)).toBe(expected);
  });
});

describe('the requests that a case costs in its first year', () => {
  /** Plays a case that says nothing after it was filed (and closed, if it was). */
  function requests(closedAfterMs: number | null): number {
    const [start, end] = [NOW, NOW + 365 * DAY_MS];
    let count = 0;
    let answersReadAt: number | null = null;
    for (let now = start; now < end; ) {
      const closedAt = closedAfterMs !== null && now >= start + closedAfterMs ? start + closedAfterMs : null;
      const facts = { ...NEVER, filedAt: start, nationalChangedAt: closedAt, closedAt, answersReadAt };
      count += 1;
      if (answersAreDue(facts, { now, moved: false })) {
        count += 1;
        answersReadAt = now;
      }
      now = nextPollAt(facts, { now, changed: false, spread: 0.5 });
    }
    return count;
  }

  it('stay under 850 for one that is quiet: three hundred of them take a twentieth of ten requests a minute', () => {
    expect(requests(null)).toBeLessThan(850);
  });

  it('stay under 400 for one that is closed after ten days', () => {
    expect(requests(10 * DAY_MS)).toBeLessThan(400);
  });
});
