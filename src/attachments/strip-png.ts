import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

const GREY = 0;
const COLOURS = 2;
const PALETTE = 3;
const GREY_AND_ALPHA = 4;
const COLOURS_AND_ALPHA = 6;

/** Bits a sample that each kind of picture may have (PNG 3rd edition, table 8). */
const DEPTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [GREY, [1, 2, 4, 8, 16]],
  [COLOURS, [8, 16]],
  [PALETTE, [1, 2, 4, 8]],
  [GREY_AND_ALPHA, [8, 16]],
  [COLOURS_AND_ALPHA, [8, 16]],
]);

const PALETTE_MAX = 256;
const IHDR_COLOUR_AT = 9;
const LENGTH_AND_TYPE_BYTES = 8;
const CRC_BYTES = 4;

type Chunk = {
  readonly type: string;
  readonly data: Uint8Array;
  readonly whole: Uint8Array;
  readonly end: number;
};

/** The chunks that showing the picture needs, and whether their contents have the structure of their type (chapter 11). */
const STRUCTURES: ReadonlyMap<string, (data: Uint8Array, colour: number) => boolean> = new Map([
  ['IHDR', isHeader],
  ['PLTE', ({ length }) => length > 0 && length <= 3 * PALETTE_MAX && length % 3 === 0],
  ['tRNS', isTransparency],
  ['gAMA', ({ length }) => length === 4],
  // How colours are meant: one of four ways. The size of a pixel: two numbers and one of two units.
  ['sRGB', (data) => data.length === 1 && Number(data[0]) <= 3],
  ['pHYs', (data) => data.length === 9 && Number(data[8]) <= 1],
  ['IDAT', () => true],
  ['IEND', ({ length }) => length === 0],
]);

/**
 * Gives a PNG file back with the chunks that are needed to show the picture and nothing else, pixels untouched: EXIF, texts,
 * times, colour profiles (they carry a name), hints, animation, private chunks and whatever follows the end are left out.
 * Null if the file is not well-formed: a wrong checksum, a critical chunk nobody knows, or a chunk that would stay and has not
 * the structure of its type.
 */
export function stripPng(bytes: Uint8Array): Uint8Array | null {
  if (Buffer.compare(bytes.subarray(0, SIGNATURE.length), SIGNATURE) !== 0) return null;
  const kept: Chunk[] = [];
  let at = SIGNATURE.length;
  while (kept.at(-1)?.type !== 'IEND') {
    const chunk = readChunk(bytes, at);
    if (chunk === null) return null;
    const isSound = STRUCTURES.get(chunk.type);
    if (isSound === undefined ? isCritical(chunk.type) : !isSound(chunk.data, colourOf(kept))) return null;
    if (isSound !== undefined) kept.push(chunk);
    at = chunk.end;
  }
  if (!hasParts(kept.map((chunk) => chunk.type))) return null;
  return Buffer.concat([SIGNATURE, ...kept.map((chunk) => chunk.whole)]);
}

function readChunk(bytes: Uint8Array, at: number): Chunk | null {
  const dataAt = at + LENGTH_AND_TYPE_BYTES;
  if (dataAt + CRC_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const crcAt = dataAt + view.getUint32(at);
  const end = crcAt + CRC_BYTES;
  if (end > bytes.length || view.getUint32(crcAt) !== crc32(bytes.subarray(at + 4, crcAt))) return null;
  const type = Buffer.from(bytes.subarray(at + 4, dataAt)).toString('latin1');
  return { type, data: bytes.subarray(dataAt, crcAt), whole: bytes.subarray(at, end), end };
}

/** Width, height, depth, kind; compression and filter, of which there is one each; interlaced or not. */
function isHeader(data: Uint8Array): boolean {
  const [depth = 0, colour = 255, compression, filter, interlace = 255] = data.subarray(IHDR_COLOUR_AT - 1);
  const isKnown = DEPTHS.get(colour)?.includes(depth) === true;
  return data.length === 13 && isKnown && compression === 0 && filter === 0 && interlace <= 1;
}

/** One grey or one colour of two bytes a sample, or how much is seen through each colour of a palette. */
function isTransparency({ length }: Uint8Array, colour: number): boolean {
  if (colour === PALETTE) return length > 0 && length <= PALETTE_MAX;
  return length === (colour === GREY ? 2 : 6) && (colour === GREY || colour === COLOURS);
}

/** The kind of picture, once its header is known. */
function colourOf([header]: readonly Chunk[]): number {
  return header?.data[IHDR_COLOUR_AT] ?? 255;
}

/** A capital first letter says that the picture cannot be shown without the chunk. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

/** One header, first of all, and picture data. */
function hasParts(types: readonly string[]): boolean {
  return types[0] === 'IHDR' && types.lastIndexOf('IHDR') === 0 && types.includes('IDAT');
}
