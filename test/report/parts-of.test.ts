import { expect, it } from 'vitest';
import { partsOf } from '../../src/report/parts-of.ts';

it.each([
  ['(2/3)\nBagian kedua.', 3],
  ['  (1/12) Bagian pertama.', 12],
  ['Sudah ditindaklanjuti (2/3).', 1],
  ['(2/300) bukan bagian', 1],
  ['', 1],
])('partsOf(%j) gives %i', (text, expected) => {
  expect(partsOf(text)).toBe(expected);
});
