import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGraphemes } from '../../src/report/first-graphemes.ts';
import { difficultText, graphemesOf } from './difficult-text.ts';

describe('firstGraphemes()', () => {
  it.each([
    ['jalan', 3, 'jal'],
    ['jalan', 9, 'jalan'],
    ['jalan', 0, ''],
    ['👩‍👩‍👧‍👦🇮🇩e\u0301x', 3, '👩‍👩‍👧‍👦🇮🇩e\u0301'],
  ])('of %j, %d: %j', (text, count, expected) => {
    expect(firstGraphemes(text, count)).toBe(expected);
  });

  it('takes exactly that many', () => {
    fc.assert(
      fc.property(difficultText, fc.nat(20), (text, count) => {
        expect(firstGraphemes(text, count)).toBe(graphemesOf(text).slice(0, count).join(''));
      }),
    );
  });
});
