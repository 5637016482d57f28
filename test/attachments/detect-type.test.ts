import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectType } from '../../src/attachments/detect-type.ts';
import { buildDocm, buildDocx } from './build-docx.ts';
import { buildJpeg, jpegOfPhone } from './build-jpeg.ts';
import { buildOle } from './build-ole.ts';
import { buildPng, chunk } from './build-png.ts';
import { buildZip } from './build-zip.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('detectType()', () => {
  it.each([
    ['a JPEG file', buildJpeg(), 'jpg'],
    ['a photo', jpegOfPhone('x'), 'jpg'],
    ['a PNG file', buildPng(), 'png'],
    ['a moving PNG file', buildPng(chunk('acTL', new Uint8Array(8))), 'png'],
    ['a PDF file', PDF, 'pdf'],
    ['a Word file', buildDocx(), 'docx'],
    ['an old Word file', buildOle(['Root Entry', '1Table', 'WordDocument', 'Data', 'CompObj']), 'doc'],
  ])('knows %s', async (_, bytes, type) => {
    expect(await detectType(bytes)).toBe(type);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['text', Buffer.from('Jalan rusak')],
    ['HTML', Buffer.from('<!DOCTYPE html><html><script>1</script></html>')],
    ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a GIF file', Buffer.from('GIF89a\x01\0\x01\0', 'latin1')],
    ['a ZIP archive', buildZip({ 'a.txt': 'a' })],
    ['a ZIP archive that names a word', buildZip({ 'word/a.txt': 'a' })],
    ['a Word file with macros', buildDocm()],
    ['a Word file that hides its macros', buildDocx({ 'word/vbaProject.bin': 'x' })],
    ['an Excel file of old', buildOle(['Root Entry', 'Workbook'])],
    ['an old Word file with macros', buildOle(['Root Entry', 'WordDocument', 'Macros', 'VBA', '_VBA_PROJECT'])],
    [
      'an OLE file whose text says WordDocument',
      Buffer.concat([buildOle(['Root Entry']), Buffer.from('WordDocument', 'utf16le')]),
    ],
    ['a PNG file without a header', buildPng().subarray(0, 8)],
  ])('does not know %s', async (_, bytes) => {
    expect(await detectType(bytes)).toBeNull();
  });

  it('never throws, on chance bytes or the beginning of a file', async () => {
    const begun = fc
      .tuple(
        fc.constantFrom(
          buildDocx(),
          buildDocm(),
          buildOle(['Root Entry', 'WordDocument']),
          buildPng(),
          buildJpeg(),
          PDF,
        ),
        fc.nat(600),
      )
      .map(([file, end]) => Uint8Array.from(file.subarray(0, end)));
    const tail = fc.uint8Array({ maxLength: 300 });
    const file = fc.tuple(begun, tail).map(([head, rest]) => Uint8Array.from([...head, ...rest]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(file, tail), async (bytes) => {
        expect([null, 'jpg', 'png', 'pdf', 'doc', 'docx']).toContain(await detectType(bytes));
      }),
      { numRuns: 1000 },
    );
  });
});
