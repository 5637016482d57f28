import { describe, expect, it } from 'vitest';
import { isOrdinaryNumbers } from '../../src/report/ordinary-numbers.ts';

describe('isOrdinaryNumbers()', () => {
  it.each([
    '0812-3456-7890/0813-4567-8901',
    '2026-07-01 2026-07-02',
    '1.500.000 2.500.000',
    '62 812 3456 7890 08134567890',
    '5 01-07-2026 08.00-16.00',
  ])('says yes to %j', (run) => {
    expect(isOrdinaryNumbers(run)).toBe(true);
  });

  it.each([
    '9901 0101 0180 0001',
    '99.01.01.010180.0001',
    '32-01-2026 08.00 0812-3456-7890',
    '01-13-2026 01-07-2026',
    '0812-3456-7890 9901',
    '99 0101 0101 8000 01',
    '01-07-2026 5 05-07-2026',
    '08.00_16.00_08.00_16.00',
    '1.500.000.000.000.000',
    '11.01.02.030405.0001',
    `${'01-07-2026 '.repeat(20)}01-07-2026`,
  ])('says no to %j', (run) => {
    expect(isOrdinaryNumbers(run)).toBe(false);
  });
});
