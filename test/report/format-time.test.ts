import { describe, expect, it } from 'vitest';
import { dateInZone, formatLocalTime } from '../../src/report/format-time.ts';

const EVENING_IN_UTC = Date.UTC(2026, 6, 31, 18, 5, 9, 700);

describe('formatLocalTime()', () => {
  it('writes the time of the zone, without fractions', () => {
    expect(formatLocalTime(EVENING_IN_UTC, 'Asia/Jakarta')).toBe('2026-08-01 01:05:09');
    expect(formatLocalTime(EVENING_IN_UTC, 'UTC')).toBe('2026-07-31 18:05:09');
  });

  it('throws on what is no time or no zone', () => {
    expect(() => formatLocalTime(Number.NaN, 'UTC')).toThrow(RangeError);
    expect(() => formatLocalTime(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('dateInZone()', () => {
  it('gives the day that it is there', () => {
    expect(dateInZone(EVENING_IN_UTC, 'Asia/Jakarta')).toBe('2026-08-01');
    expect(dateInZone(EVENING_IN_UTC, 'UTC')).toBe('2026-07-31');
  });
});
