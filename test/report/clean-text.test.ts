import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/report/clean-text.ts';

describe('cleanText()', () => {
  it.each([
    ['a half of a surrogate pair', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['NUL', 'a\0b', 'a\u2400b'],
    ['line ends of Windows and old Macs', 'a\r\nb\rc\n', 'a\nb\nc\n'],
    ['other controls', 'a\u0001\u0007\u001b[31mb\u007f\u0085c', 'a[31mbc'],
    ['NFD', 'Jose\u0301', 'Jos\u00e9'],
    ['blanks at the ends of lines', 'a \t\nb\u00a0 \n \nc ', 'a\nb\n\nc'],
  ])('normalises %s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('leaves tabs, indents, emoji and blank lines alone', () => {
    const text = '  satu\tdua\n\n👩‍👩‍👧 tiga';
    expect(cleanText(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom('a', ' ', '\r', '\n', '\t', '\u0301', '\ud800', '\udc00', '\0', '\u0085', '\u2028');
    const anyUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(fc.oneof(anyUnits, fc.string({ unit: piece })), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/(?![\n\t])\p{Cc}/u);
      }),
    );
  });

  it('stays linear on a megabyte of blanks', () => {
    expect(cleanText(`${' '.repeat(1_000_000)}x`)).toHaveLength(1_000_001);
  });
});
