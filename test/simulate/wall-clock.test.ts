import { describe, expect, it } from 'vitest';
import { createWallClock } from '../../src/simulate/wall-clock.ts';

const NEW_YEAR_MS = Date.UTC(2026, 11, 31, 17, 0, 9, 999);

describe('createWallClock()', () => {
  it.each([
    ['Asia/Jakarta', 'Y-m-d H:i:s', '2027-01-01 00:00:09'],
    ['Asia/Jakarta', 'd-m-Y H:i:s', '01-01-2027 00:00:09'],
    ['Asia/Jayapura', 'Y-m-d H:i:s', '2027-01-01 02:00:09'],
    ['UTC', 'd-m-Y H:i:s', '31-12-2026 17:00:09'],
    ['America/New_York', 'Y-m-d H:i:s', '2026-12-31 12:00:09'],
  ] as const)('writes a time in %s as %s', (zone, pattern, text) => {
    expect(createWallClock(zone)(NEW_YEAR_MS, pattern)).toBe(text);
  });

  it('takes fractions of a millisecond, and daylight saving', () => {
    expect(createWallClock('America/New_York')(Date.UTC(2026, 6, 1) + 0.5, 'Y-m-d H:i:s')).toBe('2026-06-30 20:00:00');
  });

  it('follows a change of daylight saving', () => {
    const clock = createWallClock('America/New_York');
    const changeMs = Date.UTC(2026, 10, 1, 6);
    const times = [changeMs - 1_000, changeMs, changeMs - 1_000].map((atMs) => clock(atMs, 'Y-m-d H:i:s'));
    expect(times).toEqual(['2026-11-01 01:59:59', '2026-11-01 01:00:00', '2026-11-01 01:59:59']);
  });
});
