import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

/** A ZIP archive with uncompressed entries. */
export function buildZip(entries: Readonly<Record<string, string>>): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text);
    const sizes = uint32(crc32(content), content.length, content.length);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      uint16(20, 0, 0, 0, 0),
      sizes,
      uint16(name.length, 0),
      Buffer.from(name),
      content,
    ]);
    central.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        uint16(20, 20, 0, 0, 0, 0),
        sizes,
        uint16(name.length, 0, 0, 0, 0),
        uint32(0, offset),
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const count = central.length;
  const end = [
    Buffer.from('PK\x05\x06', 'latin1'),
    uint16(0, 0, count, count),
    uint32(directory.length, offset),
    uint16(0),
  ];
  return new Uint8Array(Buffer.concat([...locals, directory, ...end]));
}

function uint16(...values: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(values).buffer);
}

function uint32(...values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer);
}
