import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../src/report/split-text.ts';
import { difficultText, graphemesOf } from './difficult-text.ts';

function bare(part: string): string {
  return part;
}

function numbered(part: string, index: number, count: number): string {
  return count === 1 ? part : `(${index + 1}/${count}) ${part}`;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

/** In the bytes of a form, where a line end is CRLF. */
function lengthInForm(text: string): number {
  return text.length + text.split('\n').length - 1;
}

/** Whole graphemes that are not blank, in their order. */
function visible(text: string): readonly string[] {
  return graphemesOf(text).filter((grapheme) => grapheme.trim() !== '');
}

describe('splitText()', () => {
  it('leaves a text that fits in one message', () => {
    expect(splitText(' Sudah ditindaklanjuti.\n', 1000, numbered)).toEqual(['Sudah ditindaklanjuti.']);
    expect(splitText('', 1000, numbered)).toEqual(['']);
  });

  it.each([
    ['a paragraph', 'Satu dua tiga.\n\nEmpat lima. Enam', 24, ['Satu dua tiga.', 'Empat lima. Enam']],
    ['a line', 'Satu dua tiga\nempat lima enam', 24, ['Satu dua tiga', 'empat lima enam']],
    ['a sentence', 'Sudah selesai. Terima kasih banyak', 24, ['Sudah selesai.', 'Terima kasih banyak']],
    ['a quoted sentence', 'Kata "Sudah." Terima kasih ya', 20, ['Kata "Sudah."', 'Terima kasih ya']],
    ['a word', 'satu dua tiga empat lima', 10, ['satu dua', 'tiga empat', 'lima']],
    ['a grapheme', '👍👍👍👍', 5, ['👍👍', '👍👍']],
  ])('cuts at %s', (_, text, maxLength, expected) => {
    expect(splitText(text, maxLength, bare)).toEqual(expected);
  });

  it('does not send a short first message for the sake of a paragraph', () => {
    expect(splitText('Ya.\n\nsatu dua tiga empat lima', 21, bare)).toEqual(['Ya.\n\nsatu dua tiga', 'empat lima']);
  });

  it('counts the frame, with the count of messages in it', () => {
    const parts = splitText('x '.repeat(200), 20, numbered);
    expect(parts[0]).toBe('(1/32) x x x x x x x');
    expect(parts).toHaveLength(32);
    expect(parts.every((part) => part.length <= 20)).toBe(true);
  });

  it('cuts a grapheme that is longer than a message between its code points', () => {
    const parts = splitText(`👩${'\u0301'.repeat(10)}`, 5, bare);
    expect(parts.join('')).toBe(`👩${'\u0301'.repeat(10)}`);
    expect(splitText('👩‍👩‍👧', 3, bare).every((part) => part.isWellFormed())).toBe(true);
    expect(splitText('👩\u200d👩\u200d👧', 4, bare)).toEqual(['👩\u200d', '👩\u200d', '👧']);
  });

  it('throws when the frame leaves no room', () => {
    expect(() => splitText('panjang', 10, (part) => `[Ref: kota-serang-1/9] ${part}`)).toThrow(RangeError);
  });

  it('keeps within the limit and loses nothing but white space', () => {
    fc.assert(
      fc.property(difficultText, fc.integer({ min: 12, max: 60 }), (text, maxLength) => {
        const messages = splitText(text, maxLength, numbered);
        const parts = messages.map((message) => message.replace(/^\(\d+\/\d+\) /, ''));
        expect(messages.every((message) => lengthInForm(message) <= maxLength)).toBe(true);
        expect(withoutBlanks(parts.join(''))).toBe(withoutBlanks(text));
        expect(parts.every((part) => part !== '' || parts.length === 1)).toBe(true);
      }),
    );
  });

  it('splits no grapheme when messages are longer than any of them', () => {
    fc.assert(
      fc.property(difficultText, fc.integer({ min: 30, max: 60 }), (text, maxLength) => {
        const trimmed = text.trim();
        expect(splitText(trimmed, maxLength, bare).flatMap(visible)).toEqual(visible(trimmed));
      }),
    );
  });
});
