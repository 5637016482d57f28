import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The chunks that showing the picture needs, with the most bytes that their contents can have (PNG 3rd edition, chapter 11). */
const MAX_BYTES: Readonly<Record<string, number>> = {
  IHDR: 13,
  PLTE: 768,
  IDAT: 0x7fffffff,
  IEND: 0,
  tRNS: 256,
  gAMA: 4,
  cHRM: 32,
  sRGB: 1,
  sBIT: 4,
  bKGD: 6,
  pHYs: 9,
  hIST: 512,
};

const LENGTH_AND_TYPE_BYTES = 8;
const CRC_BYTES = 4;

type Chunk = { readonly type: string; readonly whole: Uint8Array; readonly end: number };

/**
 * Gives a PNG file back with the chunks that are needed to show the picture and nothing else, pixels untouched: EXIF, texts,
 * times, colour profiles (they carry a name), animation, private chunks and whatever follows the end are left out.
 * Null if the file is not well-formed: a wrong checksum, a chunk too long, a critical chunk nobody knows.
 */
export function stripPng(bytes: Uint8Array): Uint8Array | null {
  if (Buffer.compare(bytes.subarray(0, SIGNATURE.length), SIGNATURE) !== 0) return null;
  const kept: Chunk[] = [];
  let at = SIGNATURE.length;
  while (kept.at(-1)?.type !== 'IEND') {
    const chunk = readChunk(bytes, at);
    if (chunk === null || (isCritical(chunk.type) && !isKept(chunk.type))) return null;
    if (isKept(chunk.type)) kept.push(chunk);
    at = chunk.end;
  }
  if (!hasParts(kept.map((chunk) => chunk.type))) return null;
  return Buffer.concat([SIGNATURE, ...kept.map((chunk) => chunk.whole)]);
}

function readChunk(bytes: Uint8Array, at: number): Chunk | null {
  const dataAt = at + LENGTH_AND_TYPE_BYTES;
  if (dataAt + CRC_BYTES > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(at);
  const crcAt = dataAt + length;
  const end = crcAt + CRC_BYTES;
  if (end > bytes.length || view.getUint32(crcAt) !== crc32(bytes.subarray(at + 4, crcAt))) return null;
  const type = Buffer.from(bytes.subarray(at + 4, dataAt)).toString('latin1');
  return length > (MAX_BYTES[type] ?? length) ? null : { type, whole: bytes.subarray(at, end), end };
}

function isKept(type: string): boolean {
  return Object.hasOwn(MAX_BYTES, type);
}

/** A capital first letter says that the picture cannot be shown without the chunk. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

/** One header, first of all, and picture data. */
function hasParts(types: readonly string[]): boolean {
  return types[0] === 'IHDR' && types.lastIndexOf('IHDR') === 0 && types.includes('IDAT');
}
