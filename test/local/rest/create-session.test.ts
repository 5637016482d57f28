import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { useNock } from '../../support/nock.ts';
import { admitted, answerTo, delayedAnswer, HOST, LOGIN, NEVER, openRest } from './open-rest.ts';
import { sampleRow } from './sample-row.ts';

useNock();

const DETAIL = 'GET /api/pengaduan/1042';
const LOG_IN = 'POST /api/login';
const WRITE = 'PATCH /api/pengaduan/1042';
const FOUND = { body: { success: true, data: sampleRow() } };
const VALUES = { nationalId: '9165816', nationalStatus: null, nationalUrl: 'https://lapor.test/9', localStatus: null };
const WRITTEN = { kind: 'done', value: null, status: 200 };
const NO_CREDENTIALS = { kind: 'not-reached', cause: 'credentials', status: 401, retryAfterMs: null };

describe('createSession()', () => {
  it('logs in once, and lends the token to reads and writes', async () => {
    const logins = answerTo(LOG_IN, token('t-1'));
    const reads = answerTo(DETAIL, FOUND, FOUND);
    const writes = answerTo(WRITE, {});
    const local = openRest({ login: LOGIN });
    await local.readReport('1042', NEVER);
    await local.readReport('1042', NEVER);
    expect(await local.writeBack('1042', VALUES, await admitted(local))).toEqual(WRITTEN);
    expect(logins.map(({ body }) => JSON.parse(body))).toEqual([{ username: 'jembatan', password: 'kata sandi' }]);
    expect([...reads, ...writes].map(({ headers }) => headers.authorization)).toEqual(Array(3).fill('Bearer t-1'));
  });

  it('logs in once for all that ask at the same time', async () => {
    answerTo(LOG_IN, token('t-1'));
    answerTo(DETAIL, FOUND, FOUND, FOUND);
    const local = openRest({ login: LOGIN });
    const reads = await Promise.all([1, 2, 3].map(() => local.readReport('1042', NEVER)));
    expect(reads.map(({ ok }) => ok)).toEqual([true, true, true]);
  });

  it('renews a token that is no longer taken, and asks again', async () => {
    answerTo(LOG_IN, token('t-1'), token('t-2'));
    const reads = answerTo(DETAIL, { status: 401 }, FOUND);
    const read = await openRest({ login: LOGIN }).readReport('1042', NEVER);
    expect(read).toMatchObject({ ok: true, value: { localId: '1042' } });
    expect(reads.map(({ headers }) => headers.authorization)).toEqual(['Bearer t-1', 'Bearer t-2']);
  });

  it('renews a token once for all that were turned away with it', async () => {
    answerTo(LOG_IN, token('t-1'), token('t-2'));
    answerTo(DETAIL, FOUND, { status: 401 }, { status: 401 }, FOUND, FOUND);
    const local = openRest({ login: LOGIN });
    await local.readReport('1042', NEVER);
    const reads = await Promise.all([1, 2].map(() => local.readReport('1042', NEVER)));
    expect(reads.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('keeps a renewed token when a late answer turns the old one away', async () => {
    answerTo(LOG_IN, token('t-1'), token('t-2'));
    const late = delayedAnswer(DETAIL, { status: 401 });
    const reads = answerTo('GET /api/pengaduan/7', { status: 401 }, { body: { data: sampleRow({ id: 7 }) } });
    const again = answerTo(DETAIL, FOUND);
    const local = openRest({ login: LOGIN }, 2);
    const slow = local.readReport('1042', NEVER);
    await late.asked;
    expect(await local.readReport('7', NEVER)).toMatchObject({ ok: true });
    late.answer();
    expect(await slow).toMatchObject({ ok: true });
    expect([...reads, ...again].map(({ headers }) => headers.authorization)).toEqual([
      'Bearer t-1',
      'Bearer t-2',
      'Bearer t-2',
    ]);
  });

  it('asks no third time', async () => {
    answerTo(LOG_IN, token('t-1'), token('t-2'));
    answerTo(DETAIL, { status: 401 }, { status: 401 });
    const read = await openRest({ login: LOGIN }).readReport('1042', NEVER);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'unauthorized', status: 401 } });
  });

  it('asks again no more than a fifth of the time and ten, where no token is ever taken', async () => {
    const [asked, count] = [40, { logins: 0, reads: 0 }];
    nock(HOST)
      .persist()
      .post('/api/login')
      .reply(() => {
        count.logins += 1;
        return [200, token(`t-${count.logins}`).body];
      });
    nock(HOST)
      .persist()
      .get('/api/pengaduan/1042')
      .reply(() => {
        count.reads += 1;
        return [401];
      });
    const local = openRest({ login: LOGIN });
    for (let i = 0; i < asked; i += 1) await local.readReport('1042', NEVER);
    expect(count.reads - asked).toBeGreaterThan(10);
    expect(count.reads - asked).toBeLessThanOrEqual(10 + (count.reads + count.logins) / 5);
  });

  it('sends a write once, and logs in anew for the next after a 401', async () => {
    answerTo(LOG_IN, token('t-1'), token('t-2'));
    const writes = answerTo(WRITE, { status: 401 }, {});
    const local = openRest({ login: LOGIN });
    expect(await local.writeBack('1042', VALUES, await admitted(local))).toEqual(NO_CREDENTIALS);
    expect(await local.writeBack('1042', VALUES, await admitted(local))).toEqual(WRITTEN);
    expect(writes.map(({ headers }) => headers.authorization)).toEqual(['Bearer t-1', 'Bearer t-2']);
  });

  it.each([
    ['the login page', { status: 200, body: '<html><body>Masuk</body></html>' }, 'html'],
    ['the way to it', { status: 302, headers: { Location: '/login' } }, 'redirect'],
  ])('logs in anew for the next request after %s', async (_case, answer, word) => {
    answerTo(LOG_IN, token('t-1'), token('t-2'), token('t-3'));
    answerTo(DETAIL, answer, FOUND);
    answerTo(WRITE, answer, {});
    const local = openRest({ login: LOGIN });
    expect(await local.readReport('1042', NEVER)).toMatchObject({ failure: { kind: 'malformed', detail: word } });
    expect(await local.writeBack('1042', VALUES, await admitted(local))).toMatchObject({ kind: 'doubt', cause: word });
    expect(await local.readReport('1042', NEVER)).toMatchObject({ ok: true });
    expect(await local.writeBack('1042', VALUES, await admitted(local))).toEqual(WRITTEN);
  });

  it('logs in for a write that holds the only place at the gate, while another waits for the same login', async () => {
    answerTo(LOG_IN, token('t-1'));
    answerTo(DETAIL, FOUND);
    answerTo(WRITE, {});
    const local = openRest({ login: LOGIN });
    const context = await admitted(local);
    const read = local.readReport('1042', NEVER);
    expect(await local.writeBack('1042', VALUES, context)).toEqual(WRITTEN);
    expect(await read).toMatchObject({ ok: true });
  });

  it.each([
    ['refused', { status: 401 }, { kind: 'unauthorized', detail: 'credentials' }, NO_CREDENTIALS],
    [
      'refused as invalid',
      { status: 422 },
      { kind: 'unauthorized', detail: 'login-refused' },
      { ...NO_CREDENTIALS, status: 422 },
    ],
    [
      'not there',
      { status: 404 },
      { kind: 'unauthorized', detail: 'login-refused' },
      { ...NO_CREDENTIALS, status: 404 },
    ],
    [
      'refused with status 200',
      { body: { success: 'false', message: 'Salah', data: null } },
      { kind: 'unauthorized', detail: 'login-refused' },
      NO_CREDENTIALS,
    ],
    [
      'throttled',
      { status: 429, headers: { 'Retry-After': '30' } },
      { kind: 'throttled', retryAfterMs: 30_000 },
      { kind: 'not-reached', cause: 'throttled', status: 429, retryAfterMs: 30_000 },
    ],
    ['down', { status: 503 }, { kind: 'unreachable' }, { kind: 'not-sent', cause: 'unreachable' }],
    [
      'a maintenance page',
      { body: '<html></html>' },
      { kind: 'malformed', detail: 'html' },
      { kind: 'not-sent', cause: 'unreachable' },
    ],
    [
      'without a token',
      { body: { success: true, data: {} } },
      { kind: 'malformed', detail: 'no-token' },
      { kind: 'not-sent', cause: 'unreachable' },
    ],
    [
      'a token that would be a header of its own',
      { body: { data: { token: 't\r\nX-Other: 1' } } },
      { kind: 'malformed', detail: 'no-token' },
      { kind: 'not-sent', cause: 'unreachable' },
    ],
  ])('asks and sends nothing where the login is %s', async (_case, answer, failure, result) => {
    answerTo(LOG_IN, answer, answer);
    const local = openRest({ login: LOGIN });
    expect(await local.readReport('1042', NEVER)).toMatchObject({ ok: false, failure });
    expect(await local.writeBack('1042', VALUES, await admitted(local))).toEqual(result);
  });

  it('sends nothing once it is stopped', async () => {
    const local = openRest({ login: LOGIN });
    const { permit } = await admitted(local);
    const result = await local.writeBack('1042', VALUES, { permit, stop: AbortSignal.abort() });
    expect(result).toEqual({ kind: 'not-sent', cause: 'stopped' });
  });

  it('finds the token where the deployment says', async () => {
    answerTo(LOG_IN, { body: { access_token: 't-9' } });
    const reads = answerTo(DETAIL, FOUND);
    await openRest({ login: { ...LOGIN, tokenPath: 'access_token' } }).readReport('1042', NEVER);
    expect(reads[0]?.headers.authorization).toBe('Bearer t-9');
  });
});

function token(text: string) {
  return { body: { success: true, data: { token: text } } };
}
