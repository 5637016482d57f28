import { Buffer } from 'node:buffer';
import { crc32, deflateRawSync } from 'node:zlib';

const NAME = '[Content_Types].xml';

/** A Word document that begins with so many megabytes of blanks, packed into a thousandth of that. */
export function zipBomb(megabytes: number): Buffer {
  const content = Buffer.alloc(megabytes * 1_000_000, ' ');
  const packed = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8); // Deflate.
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(NAME.length, 26);
  return Buffer.concat([header, Buffer.from(NAME), packed]);
}
