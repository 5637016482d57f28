import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

export const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** One grey pixel of eight bits. */
export const IHDR = chunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0));
export const IDAT = chunk('IDAT', deflateSync(Uint8Array.of(0, 128)));
export const IEND = chunk('IEND', new Uint8Array(0));

export function chunk(type: string, data: Uint8Array | string): Uint8Array {
  const typeAndData = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const whole = Buffer.alloc(typeAndData.length + 8);
  whole.writeUInt32BE(typeAndData.length - 4, 0);
  whole.set(typeAndData, 4);
  whole.writeUInt32BE(crc32(typeAndData), typeAndData.length + 4);
  return new Uint8Array(whole);
}

/** A small whole PNG file with these chunks behind its header. */
export function buildPng(...chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([SIGNATURE, IHDR, ...chunks, IDAT, IEND]));
}
