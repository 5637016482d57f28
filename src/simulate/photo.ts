import { crc32, deflateSync } from 'node:zlib';
import { photoExifSegment } from './photo-exif.ts';

// A hole in a road: 48 by 32 grey pixels, baseline, 272 bytes, with a JFIF header and nothing else.
const ROAD_JPEG = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j',
    'q62rZ4C8ybqmx5moq6T/wAALCAAgADABAREA/8QAGAABAAMBAAAAAAAAAAAAAAAAAAIEBQP/xAAlEAABAgYCAAcAAAAAAAAAAAAB',
    'AAIDERIUUqEEMQUTIkFRYYH/2gAIAQEAAD8A1a0rStK0rStUbs4bS7OG0uzhtLs4bS7OG0uzhtVkWZG5kR7jQSxvsB2oN5EZpmIj',
    'v0zWjxo3nQqpSIMiuqIq0bhsiuLgS1x+OlBvh7QfVEJH0JK01rWNDWiQHQUl/9k=',
  ].join(''),
  'base64',
);
const JFIF_END = 20;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A baseline JPEG as a phone takes it: `exifText` is its EXIF description and artist, `gps` adds a position at sea.
 * Without either it carries no EXIF.
 */
export function makeJpeg({
  exifText = '',
  gps = false,
}: {
  readonly exifText?: string;
  readonly gps?: boolean;
} = {}): Uint8Array {
  if (exifText === '' && !gps) return Uint8Array.from(ROAD_JPEG);
  const parts = [ROAD_JPEG.subarray(0, JFIF_END), photoExifSegment(exifText, gps), ROAD_JPEG.subarray(JFIF_END)];
  return Uint8Array.from(Buffer.concat(parts));
}

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

/** A PDF of one page; `author` stands in its Info dictionary. */
export function makePdf({ author }: { readonly author: string }): Uint8Array {
  const drawing = 'BT /F1 18 Tf 60 760 Td (Dokumen pendukung laporan) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Author ${pdfText(author)} /Title (Dokumen pendukung) >>`,
  ];
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(`${body}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1'));
}

/** A PDF string: literal where it is ASCII, else UTF-16 with its mark, in hexadecimal (PDF 1.4 §3.8.1). */
function pdfText(text: string): string {
  if (/^[ -~]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
