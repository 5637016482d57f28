import { describe, expect, it } from 'vitest';
import { measureCatchUp } from './measure-catch-up.ts';
import type { SeenRequest } from './watched-network.ts';

const MINUTE_MS = 60_000;

/** Requests at these minutes; negative ones repeat one that failed, and nothing answers before the tenth. */
function requestsAt(...minutes: readonly number[]): SeenRequest[] {
  return minutes.map((minute) => ({
    at: Math.abs(minute) * MINUTE_MS,
    what: 'create 1',
    isRepeated: minute < 0,
    isAnswered: Math.abs(minute) >= 10,
  }));
}

const AROUND = { perMinute: 2, backAt: 9 * MINUTE_MS, endedAt: 14 * MINUTE_MS, owed: ['a', 'b', 'c', 'd'] };

describe('measureCatchUp()', () => {
  it('counts from the first answer to the end', () => {
    const requests = requestsAt(1, 9, 10, 11, -12, 13, 14, 15);
    expect(measureCatchUp(requests, { ...AROUND, arrived: ['a', 'b', 'c', 'd'] })).toEqual({
      changes: 4,
      noticedMs: MINUTE_MS,
      tookMs: 4 * MINUTE_MS,
      used: 5 / 8,
      repeated: 1 / 5,
      beyondFifth: 1 - 4 / 5,
      outOfPlace: 0,
    });
  });

  it('finds the ten minutes with the most repetitions, before the end of the outage, too', () => {
    const requests = requestsAt(1, -1, -2, 2, 2, 30, 31, 32, 33, 34, -35, -36, -36.5, -37, 47);
    expect(measureCatchUp(requests, { ...AROUND, arrived: [] }).beyondFifth).toBeCloseTo(4 - 9 / 5);
  });

  it.each([
    { arrived: ['a', 'b', 'c', 'd'], places: 0 },
    { arrived: ['a', 'c', 'b', 'd'], places: 1 },
    { arrived: ['d', 'a', 'b', 'c'], places: 3 },
  ])('says how far before older ones a change went: $arrived', ({ arrived, places }) => {
    expect(measureCatchUp(requestsAt(10), { ...AROUND, arrived }).outOfPlace).toBe(places);
  });
});
