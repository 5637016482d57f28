import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';
import { makeJpeg } from '../../src/simulate/make-jpeg.ts';

const NAME = 'Ratna Puspaningtyas';

describe('makeJpeg()', () => {
  it.each([
    ['with nothing in it', {}, ['e0', 'db', 'c0', 'c4', 'c4', 'da']],
    ['with a text', { exifText: NAME }, ['e0', 'e1', 'db', 'c0', 'c4', 'c4', 'da']],
    ['with a position', { gps: true }, ['e0', 'e1', 'db', 'c0', 'c4', 'c4', 'da']],
    ['with both', { exifText: NAME, gps: true }, ['e0', 'e1', 'db', 'c0', 'c4', 'c4', 'da']],
  ])('%s is a baseline JPEG whose segments join', async (_name, options, markers) => {
    const bytes = makeJpeg(options);
    expect(await fileTypeFromBuffer(bytes)).toEqual({ ext: 'jpg', mime: 'image/jpeg' });
    expect(jpegSegments(bytes).map(({ marker }) => marker)).toEqual(markers);
    expect(Buffer.from(bytes).subarray(-2).toString('hex')).toBe('ffd9');
  });

  it('tells the same description and artist, and where it was taken', () => {
    const exif = exifOf(makeJpeg({ exifText: NAME, gps: true }));
    expect(exif.first).toMatchObject({ 270: `${NAME}\0`, 315: `${NAME}\0` });
    expect(exif.gps).toEqual({ 0: '\x02\x03\0\0', 1: 'S\0', 2: [5, 54, 44.28], 3: 'E\0', 4: [108, 0, 52.2] });
  });

  it.each(['', 'I', 'Ani', 'Anis', 'Dewi É 😀'])('keeps the text %j', (exifText) => {
    const { first } = exifOf(makeJpeg({ exifText, gps: true }));
    expect(first[0x010e]).toBe(exifText === '' ? undefined : `${exifText}\0`);
  });

  it('refuses a text that no segment holds', () => {
    expect(() => makeJpeg({ exifText: 'a'.repeat(40_000) })).toThrow(RangeError);
  });

  it('hands out bytes of its own', () => {
    makeJpeg().fill(0);
    expect(makeJpeg()[0]).toBe(0xff);
  });
});

interface Segment {
  readonly marker: string;
  readonly data: Buffer;
}

/** Walks from the start of the image to its scan; throws where a segment does not begin with a marker. */
function jpegSegments(bytes: Uint8Array): readonly Segment[] {
  const jpeg = Buffer.from(bytes);
  const segments: Segment[] = [];
  for (let at = 2; segments.at(-1)?.marker !== 'da'; ) {
    if (jpeg.readUInt8(at) !== 0xff) throw new Error(`no marker at ${at}`);
    const length = jpeg.readUInt16BE(at + 2);
    segments.push({ marker: jpeg.readUInt8(at + 1).toString(16), data: jpeg.subarray(at + 4, at + 2 + length) });
    at += 2 + length;
  }
  return segments;
}

type Directory = Readonly<Record<number, string | number | readonly number[]>>;

function exifOf(bytes: Uint8Array): { readonly first: Directory; readonly gps: Directory } {
  const segment = jpegSegments(bytes).find(({ marker }) => marker === 'e1');
  expect(segment?.data.subarray(0, 6).toString()).toBe('Exif\0\0');
  const tiff = segment?.data.subarray(6) ?? Buffer.alloc(0);
  expect(tiff.subarray(0, 4).toString('hex')).toBe('4d4d002a');
  const first = directoryAt(tiff, tiff.readUInt32BE(4));
  return { first, gps: directoryAt(tiff, Number(first[0x8825])) };
}

function directoryAt(tiff: Buffer, at: number): Directory {
  const count = tiff.readUInt16BE(at);
  const entries = Array.from({ length: count }, (_, index) => at + 2 + index * 12);
  const tags = entries.map((entry) => tiff.readUInt16BE(entry));
  expect(tags).toEqual(tags.toSorted((one, other) => one - other));
  return Object.fromEntries(entries.map((entry, index) => [tags[index], entryValue(tiff, entry)]));
}

function entryValue(tiff: Buffer, entry: number): string | number | readonly number[] {
  const type = tiff.readUInt16BE(entry + 2);
  const count = tiff.readUInt32BE(entry + 4);
  if (type === 4) return tiff.readUInt32BE(entry + 8);
  const from = type !== 5 && count <= 4 ? entry + 8 : tiff.readUInt32BE(entry + 8);
  if (type !== 5) return tiff.subarray(from, from + count).toString();
  const fraction = (_: unknown, index: number) =>
    tiff.readUInt32BE(from + index * 8) / tiff.readUInt32BE(from + index * 8 + 4);
  return Array.from({ length: count }, fraction);
}
