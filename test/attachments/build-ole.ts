import { Buffer } from 'node:buffer';

/**
 * An OLE compound file with these directory entries: a header, one FAT sector, then directory sectors of four entries each.
 * `chain` says which sector follows on each directory sector; by default the next.
 */
export function buildOle(names: readonly string[], chain?: readonly number[]): Uint8Array {
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
