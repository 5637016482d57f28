import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/report/cut-text.ts';
import { difficultText, graphemesOf } from './difficult-text.ts';

describe('cutText()', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abc', 2, 'ab'],
    ['abc', 0, ''],
    ['a👍b', 2, 'a'],
    ['a👍b', 3, 'a👍'],
    ['👩‍👩‍👧‍👦', 10, ''],
    ['x🇮🇩🇮🇩', 6, 'x🇮🇩'],
    ['e\u0301e\u0301', 3, 'e\u0301'],
  ])('cuts %j to %d units as %j', (text, maxLength, expected) => {
    expect(cutText(text, maxLength)).toBe(expected);
  });

  it('gives the longest beginning of whole graphemes that fits', () => {
    fc.assert(
      fc.property(difficultText, fc.nat(40), (text, maxLength) => {
        const cut = cutText(text, maxLength);
        const all = graphemesOf(text);
        const kept = graphemesOf(cut);
        expect(kept).toEqual(all.slice(0, kept.length));
        expect(cut.length).toBeLessThanOrEqual(maxLength);
        expect(cut.length + (all[kept.length] ?? '').length).toSatisfy((next) => cut === text || next > maxLength);
      }),
    );
  });
});
