import { inflateSync } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';
import { makeJpeg, makePdf, makePng } from '../../src/simulate/photo.ts';

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

describe('makePng()', () => {
  it('is a PNG whose checksums and pixels fit', async () => {
    const bytes = makePng({ text: NAME });
    expect(await fileTypeFromBuffer(bytes)).toEqual({ ext: 'png', mime: 'image/png' });
    const chunks = pngChunks(bytes);
    expect(chunks.map(({ name }) => name)).toEqual(['IHDR', 'tEXt', 'IDAT', 'IEND']);
    expect(
      chunks.filter(({ checksum, name, data }) => checksum !== crcByHand(`${name}${data.toString('latin1')}`)),
    ).toEqual([]);
    expect(inflateSync(chunks[2]?.data ?? Buffer.alloc(0))).toHaveLength(16 * 17);
  });

  it.each([
    [NAME, NAME],
    ['José', 'José'],
    ['Ani 😀', 'Ani ?'],
  ])('names %s as its author', (text, author) => {
    const chunk = pngChunks(makePng({ text })).find(({ name }) => name === 'tEXt');
    expect(chunk?.data.toString('latin1')).toBe(`Author\0${author}`);
  });

  it('without a text has no author', () => {
    expect(pngChunks(makePng()).map(({ name }) => name)).toEqual(['IHDR', 'IDAT', 'IEND']);
  });
});

describe('makePdf()', () => {
  it('is a PDF whose cross-reference table points at its objects', async () => {
    const bytes = makePdf({ author: NAME });
    expect(await fileTypeFromBuffer(bytes)).toEqual({ ext: 'pdf', mime: 'application/pdf' });
    const text = Buffer.from(bytes).toString('latin1');
    const offsets = Array.from(text.matchAll(/^(\d{10}) 00000 n $/gm), ([, offset]) => Number(offset));
    expect(offsets.map((offset) => text.slice(offset, offset + 7))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `${n} 0 obj`),
    );
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    expect(text.slice(start, start + 9)).toBe('xref\n0 7\n');
  });

  it.each([
    [NAME, `/Author (${NAME})`],
    ['A (B) \\ C', '/Author (A \\(B\\) \\\\ C)'],
    ['Bé', '/Author <feff004200e9>'],
  ])('names %s as its author', (author, info) => {
    expect(Buffer.from(makePdf({ author })).toString('latin1')).toContain(info);
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

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
  readonly checksum: number;
}

function pngChunks(bytes: Uint8Array): readonly Chunk[] {
  const png = Buffer.from(bytes);
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), data, checksum: png.readUInt32BE(at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** CRC-32, bit by bit, so that the test does not ask the code under test. */
function crcByHand(text: string): number {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
