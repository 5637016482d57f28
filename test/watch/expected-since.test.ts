import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/report/parse-time.ts';
import { expectedSince } from '../../src/watch/expected-since.ts';

const ZONE = 'Asia/Jakarta';
const HOUR_MS = 3_600_000;

const at = (time: string) => parseTime(time, ZONE) ?? Number.NaN;
const hourOf = (time: string) => Math.floor(at(time) / HOUR_MS);

/** From Monday 1 June 2026: two reports at nine on every working day, but on those that are left out. */
function arrivals(until: string, { without = [] as readonly string[], holidays = [] as readonly string[] } = {}) {
  const byHour: { hour: number; count: number }[] = [];
  for (let day = at('2026-06-01 09:00:00'); day <= at(until); day += 24 * HOUR_MS) {
    const date = new Date(day).toISOString().slice(0, 10);
    const weekday = new Date(day).getUTCDay();
    const isOff = weekday === 0 || weekday === 6 || without.includes(date) || holidays.includes(date);
    if (!isOff) byHour.push({ hour: Math.floor(day / HOUR_MS), count: 2 });
  }
  return { byHour, sinceMs: 0, timezone: ZONE, holidays: new Set(holidays) };
}

describe('expectedSince()', () => {
  it('says nothing of a city of which fewer than two weeks are known', () => {
    expect(expectedSince(arrivals('2026-06-12 10:00:00'), at('2026-07-30 09:00:00'))).toBeNull();
    expect(expectedSince({ ...arrivals('2026-06-12 10:00:00'), byHour: [] }, at('2026-07-30 09:00:00'))).toBeNull();
  });

  it('expects nothing on a weekend on which nobody ever writes', () => {
    const found = expectedSince(arrivals('2026-06-26 10:00:00'), at('2026-06-29 08:59:00'));
    expect(found).toEqual({ expected: 0, sinceMs: hourOf('2026-06-26 09:00:00') * HOUR_MS });
  });

  it('expects what usually comes at that hour of that weekday', () => {
    const found = expectedSince(arrivals('2026-06-26 10:00:00'), at('2026-07-01 10:00:00'));
    expect(found?.expected).toBeCloseTo(6);
  });

  it('expects less where some weeks brought nothing at that hour', () => {
    const found = expectedSince(
      arrivals('2026-06-30 10:00:00', { without: ['2026-06-03', '2026-06-10'] }),
      at('2026-07-01 10:00:00'),
    );
    // Four Wednesdays were lived through, two of them brought two reports each.
    expect(found?.expected).toBeCloseTo(1);
  });

  it('takes a holiday for a Sunday, on which nobody writes', () => {
    const holidays = ['2026-06-29', '2026-06-30'];
    const found = expectedSince(arrivals('2026-06-26 10:00:00', { holidays }), at('2026-07-01 08:00:00'));
    expect(found?.expected).toBe(0);
  });
});
