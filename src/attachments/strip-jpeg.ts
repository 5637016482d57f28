import { Buffer } from 'node:buffer';
import { isJpegFrame, JPEG_STRUCTURES } from './jpeg-structures.ts';

/** Markers of ITU-T T.81, table B.1: the second byte, the first being 0xFF. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP14 = 0xee;

const JFIF_BYTES = 14;
const JFIF_UNITS_AT = 7;
const JFIF_UNITS_MAX = 2;
const JFIF_THUMBNAIL_SIZE_AT = 12;
const ADOBE_BYTES = 12;
const ADOBE_TRANSFORM_AT = 11;
const ADOBE_TRANSFORM_MAX = 2;

type Segment = { readonly marker: number; readonly payload: Uint8Array; readonly end: number };

/**
 * Gives a JPEG file back with what is needed to show the picture and nothing else, pixels untouched: JFIF header without its
 * thumbnail, Adobe colour mark, tables, frame, scans. EXIF (with GPS and the turn of the camera), XMP, IPTC, MPF, colour
 * profiles (they carry names), comments, unknown segments and whatever follows the end of the picture are left out.
 * Null if the file is not well-formed, or a segment that would stay has not the structure that its marker demands.
 */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  let frames = 0;
  let scans = 0;
  for (;;) {
    const markerAt = skipFill(bytes, at);
    if (bytes[markerAt] === EOI) return frames === 1 && scans > 0 ? Buffer.concat([...kept, endOfImage()]) : null;
    const segment = readSegment(bytes, markerAt);
    if (segment === null || JPEG_STRUCTURES.get(segment.marker)?.(segment.payload) === false) return null;
    kept.push(...keptSegment(segment));
    at = segment.end;
    if (isJpegFrame(segment.marker)) frames += 1;
    if (segment.marker !== SOS) continue;
    const scanEnd = endOfScan(bytes, at);
    if (frames === 0 || scanEnd === null) return null;
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
    scans += 1;
  }
}

/** The place of the marker's second byte: any number of 0xFF may stand before it. -1 if no marker begins here. */
function skipFill(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 0xff) at += 1;
  return at === start ? -1 : at;
}

function readSegment(bytes: Uint8Array, markerAt: number): Segment | null {
  const [marker = 0, high = 0, low = 0] = markerAt < 0 ? [] : bytes.subarray(markerAt, markerAt + 3);
  // Below 0xC0 nothing is in use, and the markers of restart and start have no place outside a scan.
  if (marker < 0xc0 || (marker >= 0xd0 && marker <= EOI)) return null;
  const end = markerAt + 1 + high * 256 + low;
  const payload = bytes.subarray(markerAt + 3, end);
  return end < markerAt + 3 || end > bytes.length ? null : { marker, payload, end };
}

/** The segment as it goes out, in pieces; none if it is not on the list. */
function keptSegment({ marker, payload }: Segment): readonly Uint8Array[] {
  const kept = keptPayload(marker, payload);
  if (kept === null) return [];
  const length = kept.length + 2;
  return [Uint8Array.of(0xff, marker, length >> 8, length & 0xff), kept];
}

function keptPayload(marker: number, payload: Uint8Array): Uint8Array | null {
  if (JPEG_STRUCTURES.has(marker)) return payload;
  if (marker === APP0) return jfifHeader(payload);
  return marker === APP14 ? adobeMark(payload) : null;
}

function jfifHeader(payload: Uint8Array): Uint8Array | null {
  if (!beginsWith(payload, 'JFIF\0') || payload.length < JFIF_BYTES) return null;
  if (Number(payload[JFIF_UNITS_AT]) > JFIF_UNITS_MAX) return null;
  return payload.slice(0, JFIF_BYTES).fill(0, JFIF_THUMBNAIL_SIZE_AT);
}

function adobeMark(payload: Uint8Array): Uint8Array | null {
  if (!beginsWith(payload, 'Adobe') || payload.length < ADOBE_BYTES) return null;
  return Number(payload[ADOBE_TRANSFORM_AT]) > ADOBE_TRANSFORM_MAX ? null : payload.subarray(0, ADOBE_BYTES);
}

function beginsWith(payload: Uint8Array, text: string): boolean {
  return Buffer.from(payload.subarray(0, text.length)).toString('latin1') === text;
}

/** Where the next marker stands that ends the scan: a stuffed 0xFF 0x00 and restart markers (D0 to D7) belong to it. */
function endOfScan(bytes: Uint8Array, start: number): number | null {
  let at = bytes.indexOf(0xff, start);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = Number(bytes[at + 1]);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return null;
}

function endOfImage(): Uint8Array {
  return Uint8Array.of(0xff, EOI);
}
