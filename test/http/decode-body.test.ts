import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../src/http/decode-body.ts';

const TEXT = JSON.stringify(Array.from({ length: 200 }, (_, id) => ({ id, isi: `laporan ${id * 7919}` })));
const MAX_BYTES = 10_000_000;
const BROKEN = { kind: 'doubt', cause: 'broken-answer' };
const TOO_LARGE = { kind: 'doubt', cause: 'answer-too-large' };

const PACKED: readonly (readonly [string, Buffer])[] = [
  ['gzip', gzipSync(TEXT)],
  [' GZip ', gzipSync(TEXT)],
  ['x-gzip', gzipSync(TEXT)],
  ['deflate', deflateSync(TEXT)],
  ['deflate', deflateRawSync(TEXT)],
  ['br', brotliCompressSync(TEXT)],
];

describe('decodeBody()', () => {
  it.each(PACKED)('unpacks %s', async (encoding, body) => {
    expect(String(await decodeBody(body, encoding, MAX_BYTES))).toBe(TEXT);
  });

  it.each(PACKED)('refuses %s wherever it is cut', async (encoding, body) => {
    const lengths = [1, 2, 10, 11, body.length >> 1, body.length - 8, body.length - 2];
    const cut = await Promise.all(lengths.map((length) => decodeBody(body.subarray(0, length), encoding, MAX_BYTES)));
    expect(cut).toEqual(lengths.map(() => BROKEN));
  });

  it.each(['', 'compress', 'zstd', 'gzip, gzip', 'gzip,br', 'identity, gzip', 'utf-8'])(
    'refuses "%s"',
    async (name) => {
      expect(await decodeBody(gzipSync(TEXT), name, MAX_BYTES)).toEqual(BROKEN);
    },
  );

  it('has nothing to unpack in an empty body', async () => {
    expect(await decodeBody(Buffer.alloc(0), 'gzip', MAX_BYTES)).toEqual(Buffer.alloc(0));
  });

  it('stops at the cap', async () => {
    const body = gzipSync(TEXT);
    expect(await decodeBody(body, 'gzip', TEXT.length)).toHaveLength(TEXT.length);
    expect(await decodeBody(body, 'gzip', TEXT.length - 1)).toEqual(TOO_LARGE);
  });

  it('stops at a hundred bytes out of one, but lets small answers be', async () => {
    expect(await decodeBody(gzipSync(Buffer.alloc(60_000)), 'gzip', MAX_BYTES)).toHaveLength(60_000);
    expect(await decodeBody(gzipSync(Buffer.alloc(5_000_000)), 'gzip', MAX_BYTES)).toEqual(BROKEN);
    expect(await decodeBody(gzipSync(Buffer.alloc(50_000_000)), 'gzip', 1_000)).toEqual(TOO_LARGE);
  });
});
