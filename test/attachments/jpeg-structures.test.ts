import { describe, expect, it } from 'vitest';
import { isJpegFrame, JPEG_STRUCTURES } from '../../src/attachments/jpeg-structures.ts';

const SOF0 = 0xc0;
const DHT = 0xc4;
const DAC = 0xcc;
const SOS = 0xda;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;

function fits(marker: number, ...payload: readonly number[]): boolean | undefined {
  return JPEG_STRUCTURES.get(marker)?.(Uint8Array.from(payload));
}

function ones(count: number): readonly number[] {
  return Array<number>(count).fill(1);
}

/** Counts of codes of one bit, two bits, …, filled up to sixteen. */
function counts(...first: readonly number[]): readonly number[] {
  return [...first, ...Array<number>(16 - first.length).fill(0)];
}

describe('JPEG_STRUCTURES', () => {
  it.each([
    ['one table of bytes', DQT, [0x03, ...ones(64)]],
    ['one table of words', DQT, [0x10, ...ones(128)]],
    ['two tables', DQT, [0x00, ...ones(64), 0x11, ...ones(128)]],
    ['a Huffman table of no codes', DHT, [0x00, ...counts()]],
    ['a Huffman table with the highest DC symbol', DHT, [0x03, ...counts(0, 2), 0, 16]],
    ['a Huffman table with the highest AC symbol', DHT, [0x10, ...counts(1, 1), 0x00, 0xff]],
    ['a Huffman table that fills its tree', DHT, [0x10, ...counts(1, 1, 2), 1, 2, 3, 4]],
    ['two Huffman tables', DHT, [0x00, ...counts(1), 0, 0x10, ...counts(1), 0xf0]],
    ['two pairs of conditioning', DAC, [0x00, 0x10, 0x13, 5]],
    ['a number of lines', DNL, [1, 0]],
    ['a restart interval', DRI, [0, 4]],
    ['a frame of one component', SOF0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]],
    ['a frame of four components', SOF0, [8, 0, 1, 0, 1, 4, ...[67, 0x44, 3, 77, 0x11, 3, 89, 0x11, 3, 75, 0x44, 3]]],
    ['a scan of one component', SOS, [1, 1, 0x33, 0, 63, 0]],
    ['a scan of three components', SOS, [3, 1, 0, 2, 0x11, 3, 0x11, 0, 0, 0x21]],
  ])('takes %s', (_, marker, payload) => {
    expect(fits(marker, ...payload)).toBe(true);
  });

  it.each([
    ['no quantization table', DQT, []],
    ['a byte too few', DQT, [0x00, ...ones(63)]],
    ['a byte too many', DQT, [0x00, ...ones(65)]],
    ['a word table of bytes', DQT, [0x10, ...ones(64)]],
    ['a precision of three bytes', DQT, [0x20, ...ones(192)]],
    ['a fifth quantization table', DQT, [0x04, ...ones(64)]],
    ['no Huffman table', DHT, []],
    ['counts cut off', DHT, [0x00, ...counts().slice(1)]],
    ['a symbol too few', DHT, [0x10, ...counts(0, 2), 1]],
    ['a symbol too many', DHT, [0x10, ...counts(0, 2), 1, 2, 3]],
    ['a third class', DHT, [0x20, ...counts(1), 1]],
    ['a fifth Huffman table', DHT, [0x04, ...counts(1), 1]],
    ['more codes than there is room for', DHT, [0x10, ...counts(1, 3), 1, 2, 3, 4]],
    ['a DC symbol too high', DHT, [0x00, ...counts(1), 17]],
    ['a symbol with two codes', DHT, [0x10, ...counts(0, 2), 7, 7]],
    ['no conditioning', DAC, []],
    ['half a pair', DAC, [0x00, 0x10, 0x01]],
    ['conditioning of a third class', DAC, [0x20, 0]],
    ['a number of lines of one byte', DNL, [1]],
    ['a restart interval of four bytes', DRI, [0, 0, 0, 1]],
    ['an empty frame', SOF0, []],
    ['a frame without components', SOF0, [8, 0, 1, 0, 1, 0]],
    ['a frame of five components', SOF0, [8, 0, 1, 0, 1, 5, ...Array<readonly number[]>(5).fill([1, 0x11, 0]).flat()]],
    ['a frame with more in it', SOF0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0]],
    ['a precision of no bits', SOF0, [0, 0, 1, 0, 1, 1, 1, 0x11, 0]],
    ['a sampling of none', SOF0, [8, 0, 1, 0, 1, 1, 1, 0x01, 0]],
    ['a sampling of five', SOF0, [8, 0, 1, 0, 1, 1, 1, 0x15, 0]],
    ['a fifth table in a frame', SOF0, [8, 0, 1, 0, 1, 1, 1, 0x11, 4]],
    ['an empty scan header', SOS, []],
    ['a scan of no component', SOS, [0, 0, 63, 0]],
    ['a scan of five components', SOS, [5, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 0, 63, 0]],
    ['a scan with more in it', SOS, [1, 1, 0, 0, 63, 0, 0]],
    ['a fifth table in a scan', SOS, [1, 1, 0x40, 0, 63, 0]],
    ['a coefficient that does not exist', SOS, [1, 1, 0, 0, 64, 0]],
  ])('refuses %s', (_, marker, payload) => {
    expect(fits(marker, ...payload)).toBe(false);
  });

  it('holds every frame to the same structure, and knows no other segments', () => {
    const markers = [...JPEG_STRUCTURES.keys()].sort((one, other) => one - other);
    expect(markers).toEqual([0xc0, 0xc1, 0xc2, 0xc3, DHT, 0xc9, 0xca, 0xcb, DAC, SOS, DQT, DNL, DRI]);
    expect(markers.filter(isJpegFrame).map((marker) => fits(marker, 8, 0, 1, 0, 1, 1, 1, 0x11, 0))).toEqual(
      Array<boolean>(7).fill(true),
    );
  });
});
