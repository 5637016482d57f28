import { describe, expect, it } from 'vitest';
import { useNock } from '../../support/nock.ts';
import { answerTo, HOST, LOGIN, NEVER, openRest } from './open-rest.ts';

useNock();

const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]);
const JPEG = { body: BYTES, headers: { 'Content-Length': '5' } };
const MAX_BYTES = 10;

describe('createAttachmentReader()', () => {
  it.each([
    ['a path of the host', '/storage/1042/foto.jpg', '/storage/1042/foto.jpg'],
    ['a relative path', 'storage/foto.jpg', '/storage/foto.jpg'],
    ['a signed URL of the host', `${HOST}/f/7?expires=1&signature=a%2Fb`, '/f/7?expires=1&signature=a%2Fb'],
    ['a name with blanks', '/storage/foto jalan.jpg', '/storage/foto%20jalan.jpg'],
  ])('fetches %s with the headers of the side', async (_case, url, path) => {
    const sent = answerTo(`GET ${path}`, JPEG);
    const read = await openRest().fetchAttachment(url, MAX_BYTES, NEVER);
    expect(read).toEqual({ ok: true, value: BYTES });
    expect(sent[0]?.headers).toMatchObject({ 'x-side': 'rabeg' });
  });

  it('fetches with the token of the login, which it renews', async () => {
    const token = { body: { data: { token: 't-1' } } };
    answerTo('POST /api/login', token, token);
    const sent = answerTo('GET /storage/a.jpg', { status: 401 }, JPEG);
    const read = await openRest({ login: LOGIN }).fetchAttachment('/storage/a.jpg', MAX_BYTES, NEVER);
    expect(read).toEqual({ ok: true, value: BYTES });
    expect(sent[1]?.headers.authorization).toBe('Bearer t-1');
  });

  it('fetches from a listed host without the headers of the side, and without its token', async () => {
    const sent = answerTo('GET https://files.example.test/a.jpg', JPEG);
    const read = await openRest({ login: LOGIN }).fetchAttachment('https://files.example.test/a.jpg', MAX_BYTES, NEVER);
    expect(read).toEqual({ ok: true, value: BYTES });
    expect(Object.keys(sent[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['x-side']));
    expect(Object.keys(sent[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['authorization']));
  });

  it.each([
    ['https://other.example.test/a.jpg', 'foreign-host'],
    ['http://169.254.169.254/latest', 'foreign-host'],
    ['file:///etc/passwd', 'scheme'],
    ['http://warga:sandi@rabeg.test:8080/a.jpg', 'credentials'],
  ])('asks nobody for %s', async (url, detail) => {
    const read = await openRest().fetchAttachment(url, MAX_BYTES, NEVER);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'refused', detail } });
  });

  it.each([
    ['longer than allowed', { body: Buffer.alloc(11), headers: { 'Content-Length': '11' } }, 'refused', 'too-large'],
    ['empty', { body: '', headers: { 'Content-Length': '0' } }, 'malformed', 'empty'],
    ['without a proven end', { body: BYTES }, 'unreachable', 'broken-answer'],
    ['gone', { status: 404 }, 'not-found', 'not-found'],
    ['elsewhere', { status: 302, headers: { Location: 'https://other.example.test/' } }, 'malformed', 'redirect'],
    ['forbidden', { status: 403 }, 'unauthorized', 'credentials'],
    ['not to be had now', { status: 503 }, 'unreachable', 'server-error'],
  ])('tells of a file that is %s', async (_case, answer, kind, detail) => {
    answerTo('GET /storage/a.jpg', answer);
    const read = await openRest().fetchAttachment('/storage/a.jpg', MAX_BYTES, NEVER);
    expect(read).toMatchObject({ ok: false, failure: { kind, detail } });
  });
});
