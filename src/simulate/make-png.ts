import { crc32, deflateSync } from 'node:zlib';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A grey PNG of 16 by 16 pixels; `text` becomes its Author. PNG text is Latin-1 (PNG specification, tEXt): other
 * characters become `?`.
 */
export function makePng({ text = '' }: { readonly text?: string } = {}): Uint8Array {
  const side = 16;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8; // bits a pixel; the zeros behind it: grey, deflate, no interlace
  const rows = Buffer.alloc(side * (1 + side), 0x99);
  for (let row = 0; row < side; row += 1) rows[row * (1 + side)] = 0; // each row begins with its filter: none
  const author = Buffer.from(`Author\0${text.replace(/[^ -~\u00a1-\u00ff]/gu, '?')}`, 'latin1');
  const chunks = [
    pngChunk('IHDR', header),
    ...(text === '' ? [] : [pngChunk('tEXt', author)]),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ];
  return Uint8Array.from(Buffer.concat([PNG_SIGNATURE, ...chunks]));
}

function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}
