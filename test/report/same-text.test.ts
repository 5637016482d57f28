import { describe, expect, it } from 'vitest';
import { sameText } from '../../src/report/same-text.ts';

describe('sameText()', () => {
  it.each([
    ['Sudah  ditindaklanjuti.\r\n', 'Sudah\u00a0ditindaklanjuti.'],
    ['Jose\u0301', 'Jos\u00e9'],
    ['ＲＴ 05', 'RT 05'],
    ['a\0', 'a\u2400'],
    ['', ' \n'],
  ])('takes %j and %j for the same', (a, b) => {
    expect(sameText(a, b)).toBe(true);
  });

  it.each([
    ['sudah', 'Sudah'],
    ['sudah.', 'sudah'],
    ['a b', 'ab'],
  ])('tells %j and %j apart', (a, b) => {
    expect(sameText(a, b)).toBe(false);
  });
});
