import type { Body } from 'nock';
import { describe, expect, it } from 'vitest';
import { useNock } from '../../support/nock.ts';
import { admitted, answerTo, FOLLOW_UP, formText, NEVER, openLapor } from './lapor.ts';

useNock();

const UPLOAD = '/complaints/complaint/file';
const REJECT = '/complaints/process/9165816/reject';
const FOLLOW = '/complaints/followup/add';
const PAGE = '<html><body>Masuk</body></html>';
/** A line end, a NUL and bytes that are no UTF-8: what a text would lose. */
const PHOTO = { bytes: Uint8Array.of(0xff, 0xd8, 0, 13, 10, 0x80), fileName: 'lampiran-1.jpg', mimeType: 'image/jpeg' };
const LETTER = { bytes: Buffer.from('%PDF-1.4'), fileName: 'lampiran-2.pdf', mimeType: 'application/pdf' };

function part(disposition: string, ...rest: readonly string[]): readonly string[] {
  return ['--B', `Content-Disposition: form-data; ${disposition}`, ...rest];
}

function form(parts: readonly (readonly string[])[]): string {
  return [...parts.flat(), '--B--', ''].join('\r\n');
}

function photoPart(name: string): readonly string[] {
  return part(`name="${name}"; filename="lampiran-1.jpg"`, 'Content-Type: image/jpeg', '', '\xff\xd8\0\r\n\x80');
}

function letterPart(name: string): readonly string[] {
  return part(`name="${name}"; filename="lampiran-2.pdf"`, 'Content-Type: application/pdf', '', '%PDF-1.4');
}

async function rejectWith(status: number, body: Body) {
  const sent = answerTo('POST', REJECT, { status, body });
  const lapor = openLapor();
  return { result: await lapor.reject('9165816', 12838, await admitted(lapor)), sent };
}

async function followUpWith(status: number, body: Body) {
  const sent = answerTo('POST', FOLLOW, { status, body });
  const lapor = openLapor();
  return { result: await lapor.addFollowUp({ ...FOLLOW_UP, files: [PHOTO, LETTER] }, await admitted(lapor)), sent };
}

/** What both writes make of an answer that has nothing in it but its status. */
const BY_STATUS = [
  [200, { message: 'Success' }, { kind: 'done', value: null, status: 200 }],
  [200, '', { kind: 'done', value: null, status: 200 }],
  [204, '', { kind: 'done', value: null, status: 204 }],
  [200, { success: false, message: 'x' }, { kind: 'doubt', cause: 'no-id', status: 200 }],
  [200, PAGE, { kind: 'doubt', cause: 'html', status: 200 }],
  [200, '{"message":', { kind: 'doubt', cause: 'unreadable', status: 200 }],
  [302, '', { kind: 'doubt', cause: 'redirect', status: 302 }],
  [500, { message: 'x' }, { kind: 'doubt', cause: 'server-error', status: 500 }],
  [404, { message: 'x' }, { kind: 'refused', cause: 'not-found', status: 404 }],
  [422, { message: 'x' }, { kind: 'refused', cause: 'content', status: 422 }],
  [429, '', { kind: 'not-reached', cause: 'throttled', status: 429, retryAfterMs: null }],
] as const;

describe('upload()', () => {
  it('sends E3 byte for byte and merges what comes back', async () => {
    const body = { results: { images: [{ id: 4199656 }], docs: [{ id: '4199657' }] } };
    const sent = answerTo('POST', UPLOAD, { status: 200, body });
    expect(await openLapor().upload([PHOTO, LETTER], NEVER)).toEqual({ ok: true, value: ['4199656', '4199657'] });
    expect(formText(sent[0])).toBe(form([photoPart('attachments[]'), letterPart('attachments[]')]));
  });

  it.each([
    [200, { message: 'x' }, { kind: 'malformed', detail: 'shape' }],
    [200, PAGE, { kind: 'malformed', detail: 'html' }],
    [413, PAGE, { kind: 'refused' }],
    [500, PAGE, { kind: 'unreachable', detail: 'server-error' }],
    [503, { fault: { code: 303001 } }, { kind: 'unreachable', detail: 'suspended', retryAfterMs: 30_000 }],
  ])('tells why %i %j gave no ids', async (status, body, failure) => {
    answerTo('POST', UPLOAD, { status, body });
    expect(await openLapor().upload([PHOTO], NEVER)).toMatchObject({ ok: false, failure });
  });
});

describe('reject()', () => {
  it('sends E5 byte for byte', async () => {
    const { sent } = await rejectWith(200, '');
    expect(sent.map(({ bytes }) => bytes.toString())).toEqual([
      '{"is_request":1,"reason":"12838","reason_description":"Diteruskan ke Instansi Tujuan","not_authority":1}',
    ]);
  });

  it.each(BY_STATUS)('judges %i %j', async (status, body, expected) => {
    expect((await rejectWith(status, body)).result).toEqual(expected);
  });
});

describe('addFollowUp()', () => {
  it('sends E8 byte for byte', async () => {
    const { sent } = await followUpWith(200, '');
    expect(sent).toHaveLength(1);
    expect(formText(sent[0])).toBe(
      form([
        part('name="user_id"', '', '1234567'),
        part('name="institution_from_id"', '', '151345'),
        part('name="institution_to_id"', '', '12838'),
        part('name="complaint_id"', '', '9165816'),
        part('name="info_disposition"', '', ''),
        part('name="template_code"', '', 'reply'),
        part('name="rating"', '', ''),
        part('name="is_secret"', '', '0'),
        part('name="content"', '', 'Sudah ditindaklanjuti.', '[Ref: kota-serang-1042/9]'),
        photoPart('attachment[0]'),
        letterPart('attachment[1]'),
      ]),
    );
  });

  it.each(BY_STATUS)('judges %i %j', async (status, body, expected) => {
    expect((await followUpWith(status, body)).result).toEqual(expected);
  });
});
