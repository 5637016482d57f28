import { describe, expect, it } from 'vitest';
import { type Brake, countChanges, NO_BRAKE, releasedBrake } from '../../src/ledger/brake.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW = 400 * DAY_MS;

function brake(count: number, given: Partial<Brake> = {}): Brake {
  return { since: NOW - 1, count, openUntil: 0, ...given };
}

describe('countChanges()', () => {
  it.each([
    ['the first ones', NO_BRAKE, 20, 0, { count: 20, trips: false }],
    ['one more than twenty', NO_BRAKE, 21, 0, { count: 21, trips: true }],
    ['with those of the same moment', brake(20, { since: NOW }), 1, 0, { count: 21, trips: true }],
    ['with those before', brake(20), 1, 0, { count: 21, trips: true }],
    ['one in twenty', brake(0), 50, 1000, { count: 50, trips: false }],
    ['more than one in twenty', brake(0), 51, 1000, { count: 51, trips: true }],
    ['none at all', brake(99), 0, 0, { count: 99, trips: false }],
    ['an hour later', brake(20, { since: NOW - HOUR_MS }), 1, 0, { count: 1, trips: false }],
    ['just before an hour is over', brake(20, { since: NOW - HOUR_MS + 1 }), 1, 0, { count: 21, trips: true }],
    ['since a time still to come', brake(20, { since: NOW + 1 }), 1, 0, { count: 1, trips: false }],
    ['while it is let go', brake(0, { openUntil: NOW + 1 }), 999, 0, { count: 0, trips: false }],
    ['once that is over', brake(0, { openUntil: NOW }), 21, 0, { count: 21, trips: true }],
    ['let go by a wrong clock', brake(0, { openUntil: NOW + DAY_MS + 1 }), 21, 0, { count: 21, trips: true }],
  ])('counts %s', (_, before, seen, open, { count, trips }) => {
    const counted = countChanges(before, seen, { now: NOW, open });
    expect([counted.brake.count, counted.trips]).toEqual([count, trips]);
  });

  it('keeps its hour, though more come within it', () => {
    expect(countChanges(brake(5), 3, { now: NOW, open: 0 }).brake.since).toBe(NOW - 1);
  });

  it('begins a new hour with the first change after one', () => {
    expect(countChanges(brake(5, { since: 0 }), 3, { now: NOW, open: 0 }).brake).toEqual({
      since: NOW,
      count: 3,
      openUntil: 0,
    });
  });

  it('lets everything pass for a day once a person has confirmed', () => {
    const released = releasedBrake(NOW);
    expect(countChanges(released, 999, { now: NOW, open: 0 }).trips).toBe(false);
    expect(countChanges(released, 999, { now: NOW + DAY_MS - 1, open: 0 }).trips).toBe(false);
    expect(countChanges(released, 999, { now: NOW + DAY_MS, open: 0 }).trips).toBe(true);
  });
});
