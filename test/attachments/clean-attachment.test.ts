import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttachmentToClean, cleanAttachment } from '../../src/attachments/clean-attachment.ts';
import { buildDocx } from './build-docx.ts';
import { buildJpeg, jpegOfPhone } from './build-jpeg.ts';
import { buildOle } from './build-ole.ts';
import { buildPng, chunk } from './build-png.ts';

const PLANTED = 'Contoh Warganegara -6.12 106.17';
const PDF = Buffer.from('%PDF-1.7\n%%EOF\n');
const PHOTO = jpegOfPhone(PLANTED);
const DEFAULTS = {
  bytes: PHOTO,
  index: 1,
  allowedTypes: ['jpg', 'jpeg', 'png', 'pdf', 'doc', 'docx'],
  maxBytes: 5_242_880,
  stripMetadata: true,
  anonymous: false,
  originalName: 'foto Contoh.jpg',
} satisfies AttachmentToClean;

describe('cleanAttachment()', () => {
  it('gives a picture back without metadata, under a name of its own, with its hash', async () => {
    const clean = await cleanAttachment({ ...DEFAULTS, index: 3 });
    const bytes = Buffer.from(buildJpeg());
    expect(clean).toEqual({
      ok: true,
      bytes,
      fileName: 'lampiran-3.jpg',
      mimeType: 'image/jpeg',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it.each([
    ['png', buildPng(chunk('tEXt', PLANTED)), 'image/png', Buffer.from(buildPng())],
    ['pdf', PDF, 'application/pdf', PDF],
    ['doc', buildOle(['Root Entry', 'WordDocument']), 'application/msword', buildOle(['Root Entry', 'WordDocument'])],
    ['docx', buildDocx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buildDocx()],
  ])('accepts %s', async (extension, bytes, mimeType, expected) => {
    const clean = await cleanAttachment({ ...DEFAULTS, bytes });
    expect(clean).toMatchObject({ ok: true, bytes: expected, fileName: `lampiran-1.${extension}`, mimeType });
  });

  it.each([
    ['an empty file', { bytes: new Uint8Array(0) }, 'empty'],
    ['a file larger than allowed', { maxBytes: 50 }, 'too-large'],
    ['a type that is not allowed', { allowedTypes: ['png'] }, 'type-not-allowed'],
    ['a page that calls itself a picture', { bytes: Buffer.from('<html></html>') }, 'type-not-allowed'],
    ['a picture cut off', { bytes: PHOTO.subarray(0, -4) }, 'damaged'],
    ['a scan of an identity card', { originalName: 'KTP saya.jpg' }, 'identity-document'],
    ['an empty name of a family card', { originalName: 'kk.jpg', bytes: buildDocx() }, 'identity-document'],
    ['a PDF file of an anonymous reporter', { bytes: PDF, anonymous: true }, 'document-of-anonymous'],
    ['a Word file of an anonymous reporter', { bytes: buildDocx(), anonymous: true }, 'document-of-anonymous'],
  ])('withholds %s', async (_, change, reason) => {
    expect(await cleanAttachment({ ...DEFAULTS, ...change })).toEqual({ ok: false, reason });
  });

  it('measures what would be sent, not what came', async () => {
    const maxBytes = buildJpeg().length;
    expect(await cleanAttachment({ ...DEFAULTS, maxBytes })).toMatchObject({ ok: true });
    expect(await cleanAttachment({ ...DEFAULTS, maxBytes: maxBytes - 1 })).toMatchObject({ reason: 'too-large' });
  });

  it.each([['jpg'], ['jpeg'], ['JPG']])('takes %s for the type of a JPEG file', async (type) => {
    expect(await cleanAttachment({ ...DEFAULTS, allowedTypes: [type] })).toMatchObject({ ok: true });
  });

  it('leaves metadata where the configuration wants it, but never those of an anonymous reporter', async () => {
    const kept = await cleanAttachment({ ...DEFAULTS, stripMetadata: false });
    expect(kept).toMatchObject({ ok: true, bytes: PHOTO });
    const stripped = await cleanAttachment({ ...DEFAULTS, stripMetadata: false, anonymous: true });
    expect(stripped).toMatchObject({ ok: true, bytes: Buffer.from(buildJpeg()) });
  });

  it('never throws and never lets the planted text or the original name out', async () => {
    const bytes = fc.oneof(
      fc.uint8Array(),
      fc.constantFrom(PHOTO, buildPng(chunk('tEXt', PLANTED))),
      fc.nat(PHOTO.length).map((end) => PHOTO.subarray(0, end)),
      fc.tuple(fc.nat(PHOTO.length - 1), fc.nat(255)).map(([at, value]) => PHOTO.with(at, value)),
    );
    const originalName = fc.option(fc.string());
    await fc.assert(
      fc.asyncProperty(bytes, originalName, fc.boolean(), async (file, name, anonymous) => {
        const clean = await cleanAttachment({ ...DEFAULTS, bytes: file, originalName: name, anonymous });
        if (!clean.ok) return;
        expect(clean.fileName).toMatch(/^lampiran-1\.(jpg|png|pdf|docx?)$/);
        expect(Buffer.from(clean.bytes).includes(PLANTED)).toBe(false);
        expect(Buffer.from(clean.bytes).includes('Exif')).toBe(false);
      }),
      // EXIF under the marker of a Huffman table, which once went out.
      { numRuns: 500, examples: [[PHOTO.with(3, 0xc4), null, false]] },
    );
  });
});
