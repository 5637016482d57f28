import { expect, it } from 'vitest';
import { doubleEncode, undoDoubleEncoding } from '../../../src/local/mysql/double-encoding.ts';
import { narrowText } from '../../../src/local/mysql/narrow-text.ts';

it.each(['Jalan “rusak”', 'Café – 5 €', '🙏 ok', 'biasa saja', '\u0081ÿ'])('undoes what it does to %j', (text) => {
  expect(undoDoubleEncoding(doubleEncode(text))).toBe(text);
});

it('leaves a text alone that did not come about so', () => {
  for (const text of ['Café', 'naïve “x”', '🙏', 'ä'.repeat(3)]) expect(undoDoubleEncoding(text)).toBe(text);
});

it('writes out what a column cannot hold', () => {
  expect(narrowText('é 🙏 ꦗ', 'latin1')).toBe('é [U+1F64F] [U+A997]');
  expect(narrowText('é 🙏 ꦗ', 'three-bytes')).toBe('é [U+1F64F] ꦗ');
  expect(narrowText('é 🙏 ꦗ', 'full')).toBe('é 🙏 ꦗ');
});
