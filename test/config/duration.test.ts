import { describe, expect, it } from 'vitest';
import { duration } from '../../src/config/duration.ts';

describe('duration()', () => {
  it.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
    ['3d', 259_200_000],
    ['5y', 157_788_000_000],
    ['0s', 0],
  ])('reads %s as %i ms', (text, ms) => {
    expect(duration().parse(text)).toBe(ms);
  });

  it.each(['30', '30 s', '-30s', '1.5h', '1e3s', '1w', '10M', '', ' 30s', '1000y', 30, null, true])(
    'refuses %j',
    (value) => {
      expect(duration().safeParse(value).success).toBe(false);
    },
  );

  it('holds its bounds, ends included', () => {
    const bounded = duration({ minMs: 1000, maxMs: 60_000 });

    expect(['999ms', '1s', '60s', '61s'].map((text) => bounded.safeParse(text).success)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
