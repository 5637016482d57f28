import { inflateSync } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import { describe, expect, it } from 'vitest';
import { makePng } from '../../src/simulate/make-png.ts';

const NAME = 'Ratna Puspaningtyas';

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
