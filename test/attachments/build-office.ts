import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

const CONTENT_TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MACRO_CONTENT_TYPES = 'application/vnd.ms-word.document.macroEnabled.main+xml';

/** A ZIP archive with uncompressed entries. */
export function zip(entries: Readonly<Record<string, string>>): Uint8Array {
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

export function docx(more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zip({ '[Content_Types].xml': contentTypes(CONTENT_TYPES), 'word/document.xml': '<w:document/>', ...more });
}

export function docm(): Uint8Array {
  return zip({ '[Content_Types].xml': contentTypes(MACRO_CONTENT_TYPES), 'word/document.xml': '<w:document/>' });
}

/**
 * An OLE compound file with these directory entries: a header, one FAT sector, then directory sectors of four entries each.
 * `chain` says which sector follows on each directory sector; by default the next.
 */
export function ole(names: readonly string[], chain?: readonly number[]): Uint8Array {
  const sectors = Math.max(1, Math.ceil(names.length / 4));
  const file = Buffer.alloc(512 * (2 + sectors));
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 0);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  for (let sector = 1; sector <= sectors; sector += 1) {
    file.writeUInt32LE(chain?.[sector - 1] ?? (sector === sectors ? 0xfffffffe : sector + 1), 512 + 4 * sector);
  }
  for (const [index, name] of names.entries()) {
    const at = 1024 + 128 * index;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(2 * (name.length + 1), at + 64);
    file.writeUInt8(index === 0 ? 5 : 2, at + 66);
  }
  return new Uint8Array(file);
}

function contentTypes(main: string): string {
  return `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
}

function uint16(...values: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(values).buffer);
}

function uint32(...values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer);
}
