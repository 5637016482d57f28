import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/report/fold-text.ts';

describe('foldText()', () => {
  it.each([
    ['Jos\u00e9 JOSE\u0301', 'jose jose'],
    ['a\u200bb\u00adc\u202ed', 'abcd'],
    ['٣３𝟛', '333'],
    ['a–b−c', 'a-b-c'],
    ['a\u00a0b\u2009c', 'a b c'],
    ['ﬁ', 'fi'],
    ['İ', 'i'],
    ['1\n2\t3', '1\n2\t3'],
    ['³⁶₇①', '3671'],
    ['&#51;&#x36;&#X37;a&nbsp;b&#8203;c', '367a bc'],
    ['R&D &amp; &#; &#9999999; &#64;', 'r&d &amp; &#; &#9999999; @'],
  ])('folds %j to %j', (text, expected) => {
    expect(foldText(text).text).toBe(expected);
  });

  it('knows where each unit came from', () => {
    const { text, startOf } = foldText('e\u0301ﬁ👍x');
    expect(text).toBe('efi👍x');
    expect([0, 1, 2, 3, 4, 5, 6].map(startOf)).toEqual([0, 2, 2, 3, 3, 5, 6]);
    expect([0, 1, 2].map(foldText('&#51;6').startOf)).toEqual([0, 5, 6]);
    expect([0, 1, 2].map(foldText('AB').startOf)).toEqual([0, 1, 2]);
  });
});
