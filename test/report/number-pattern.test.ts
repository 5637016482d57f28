import { describe, expect, it } from 'vitest';
import { numberPattern } from '../../src/report/number-pattern.ts';

describe('numberPattern()', () => {
  it('finds the digits in any grouping, also inside a longer number', () => {
    const pattern = numberPattern('12345678');
    expect('12345678 1234-5678 (12) 34\n56 . 78 9123456789'.match(pattern)).toHaveLength(4);
  });

  it('does not reach over letters or long gaps', () => {
    expect(numberPattern('12345678').test('1234x5678')).toBe(false);
    expect(numberPattern('12345678').test('1234      5678')).toBe(false);
  });

  it('takes a prefix along', () => {
    expect('+62 (0) 812'.match(numberPattern('812', ['620', '62', '0']))).toEqual(['+62 (0) 812']);
    expect('0812'.match(numberPattern('812', ['620', '62', '0']))).toEqual(['0812']);
    expect('812'.match(numberPattern('812', ['620', '62', '0']))).toEqual(['812']);
  });
});
