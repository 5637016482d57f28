import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import type { Doubt } from './outcome.ts';

const MAX_RATIO = 100;
/** No bomb; keeps the ratio from refusing small, repetitive answers. */
const HARMLESS_BYTES = 64 * 1024;

const unpackGzip = promisify<Buffer, ZlibOptions, Buffer>(gunzip);
const unpackBrotli = promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress);
const unpackZlib = promisify<Buffer, ZlibOptions, Buffer>(inflate);
const unpackRaw = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw);

/**
 * Undoes `Content-Encoding` (gzip, deflate, br). A body that ends early, an unknown or a double encoding and more than
 * 100 bytes out of one are `broken-answer`; more than `maxBytes` decoded is `answer-too-large`.
 */
export async function decodeBody(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer | Doubt> {
  if (body.length === 0) return body;
  const unpack = unpackerOf(encoding.trim().toLowerCase(), body);
  if (unpack === null) return { kind: 'doubt', cause: 'broken-answer' };
  const ratioCap = Math.max(HARMLESS_BYTES, body.length * MAX_RATIO);
  try {
    return await unpack(body, { maxOutputLength: Math.min(maxBytes, ratioCap) });
  } catch (error) {
    const tooLarge = maxBytes <= ratioCap && isErrorWithCode(error, 'ERR_BUFFER_TOO_LARGE');
    return { kind: 'doubt', cause: tooLarge ? 'answer-too-large' : 'broken-answer' };
  }
}

function unpackerOf(encoding: string, body: Buffer): typeof unpackGzip | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return unpackGzip;
  if (encoding === 'br') return unpackBrotli;
  if (encoding !== 'deflate') return null;
  // Some servers send raw deflate under this name; a zlib header is told by its low four bits (RFC 1950, CM = 8).
  return ((body[0] ?? 0) & 0x0f) === 8 ? unpackZlib : unpackRaw;
}

function isErrorWithCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
