import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from '../../src/report/display-text.ts';

describe('displayText()', () => {
  it.each([
    ['Jalan rusak 👍🏽 é ❤️', 'Jalan rusak 👍🏽 é ❤️'],
    ['a\nb\r\nc', 'a⏎b⏎c'],
    ['a\rb\tc\0', 'a\\u{d}b\\u{9}c\\u{0}'],
    ['\u001b[31mmerah\u001b[0m \u009b2J', '\\u{1b}[31mmerah\\u{1b}[0m \\u{9b}2J'],
    ['foto\u202egpj.exe', 'foto\\u{202e}gpj.exe'],
    ['a\u2066b\u200bc\ufeffd\u2028e', 'a\\u{2066}b\\u{200b}c\\u{feff}d\\u{2028}e'],
    ['a\u3164\u{e0041}', 'a\\u{3164}\\u{e0041}'],
    ['\ud800', '\\u{d800}'],
  ])('shows %j as %s', (text, expected) => {
    expect(displayText(text)).toBe(expected);
  });

  it('never lets a control or format character through', () => {
    const anyUnits = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyUnits, (text) => {
        expect(displayText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });
});
