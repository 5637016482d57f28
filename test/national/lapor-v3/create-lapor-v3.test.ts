import { describe, expect, it } from 'vitest';
import { useNock } from '../../support/nock.ts';
import { answerTo, NEVER, openLapor } from './lapor.ts';

useNock();

const PING = '/masters/institutions/external?page_size=1&page=1';
const DETAIL = '/complaints/9165816/complaint';
const PAGE = '<!DOCTYPE html><html><body>Pemeliharaan</body></html>';
const SOME_DETAIL = { results: { data: { status_name: 'Terverifikasi', disposition_id: 12838 }, data_logs: [] } };
const WRONG_PLACE = { kind: 'malformed', status: 404, detail: 'wrong-path', retryAfterMs: null };

function followUps(page: number): string {
  return `/complaints/9165816/followups?page=${page}`;
}

describe('createLaporV3()', () => {
  it('declares that there is no list where none is configured', () => {
    expect(openLapor().listInbox).toBeNull();
  });

  it('knows the public page of a report', () => {
    expect(openLapor().publicUrl('9165816')).toBe('https://www.lapor.go.id/pengaduan/9165816');
  });

  it("sends the side's headers", async () => {
    const sent = answerTo('GET', PING, { status: 200, body: {} });
    await openLapor().ping(NEVER);
    expect(sent[0]?.headers).toMatchObject({
      authorization: 'Bearer opaque',
      token: '{0000-TEST}',
      accept: 'application/json',
    });
  });
});

describe('ping()', () => {
  it.each([
    [200, { results: { data: [] } }],
    [200, []],
    [404, { message: 'Not Found' }],
  ])('takes %i with JSON for a proper answer', async (status, body) => {
    answerTo('GET', PING, { status, body });
    expect(await openLapor().ping(NEVER)).toEqual({ ok: true, value: null });
  });

  it.each([
    [200, PAGE, { kind: 'malformed', detail: 'html' }],
    [404, PAGE, { kind: 'malformed', detail: 'wrong-path' }],
    [200, '', { kind: 'malformed', detail: 'empty' }],
    [401, '{"fault":{"code":900901,"message":"x"}}', { kind: 'unauthorized' }],
    [429, '', { kind: 'throttled' }],
  ])('takes %i with %j for none', async (status, body, failure) => {
    answerTo('GET', PING, { status, body });
    expect(await openLapor().ping(NEVER)).toMatchObject({ ok: false, failure });
  });
});

describe('institutions()', () => {
  it('asks for each page with its own parameters, never for the address it is given', async () => {
    const path = '/masters/institutions/external?page_size=1000&page=';
    answerTo('GET', `${path}1`, {
      status: 200,
      body: {
        results: { data: [{ id: 151345, name: 'Kota Serang' }], next_page_url: 'https://elsewhere.test/?page=7' },
      },
    });
    answerTo('GET', `${path}2`, {
      status: 200,
      body: { results: { data: [{ id: '12838', name: 'PLN' }, { name: 'tanpa id' }], next_page_url: null } },
    });
    expect(await openLapor().institutions(NEVER)).toEqual({
      ok: true,
      value: [
        { id: '151345', name: 'Kota Serang' },
        { id: '12838', name: 'PLN' },
      ],
    });
  });

  it('gives the failure of the later page, not half of them', async () => {
    const path = '/masters/institutions/external?page_size=1000&page=';
    const first = { data: [{ id: 151345, name: 'Kota Serang' }], next_page_url: 'https://x.test' };
    answerTo('GET', `${path}1`, { status: 200, body: { results: first } });
    answerTo('GET', `${path}2`, { status: 429, body: '', headers: { 'Retry-After': '30' } });
    expect(await openLapor().institutions(NEVER)).toEqual({
      ok: false,
      failure: { kind: 'throttled', status: 429, detail: 'throttled', retryAfterMs: 30_000 },
    });
  });
});

describe('detail()', () => {
  it('reads E6', async () => {
    answerTo('GET', DETAIL, { status: 200, body: SOME_DETAIL });
    expect(await openLapor().detail('9165816', NEVER)).toMatchObject({
      ok: true,
      value: { statusName: 'Terverifikasi', institutionId: '12838', log: [] },
    });
  });

  it('encodes whatever the id is', async () => {
    answerTo('GET', '/complaints/..%2F7%3Fx/complaint', { status: 200, body: SOME_DETAIL });
    expect((await openLapor().detail('../7?x', NEVER)).ok).toBe(true);
  });

  it('asks again after a failure that may pass', async () => {
    answerTo('GET', DETAIL, { status: 502, body: PAGE });
    answerTo('GET', DETAIL, { status: 200, body: SOME_DETAIL });
    expect((await openLapor().detail('9165816', NEVER)).ok).toBe(true);
  });

  it("tells by LAPOR!'s own words that there is no such report", async () => {
    answerTo('GET', DETAIL, { status: 404, body: { message: 'Data tidak ditemukan' } });
    expect(await openLapor().detail('9165816', NEVER)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['a page', PAGE],
    ['a fault', '{"fault":{"code":404,"type":"Status report","message":"Not Found"}}'],
    ['nothing', ''],
  ])('does not believe that where a 404 comes with %s', async (_name, body) => {
    answerTo('GET', DETAIL, { status: 404, body });
    expect(await openLapor().detail('9165816', NEVER)).toEqual({ ok: false, failure: WRONG_PLACE });
  });

  it.each([{ message: 'Data tidak ditemukan' }, { results: null, message: 'x' }, [], 'null'])(
    'does not believe it either where 200 comes with %j',
    async (body) => {
      answerTo('GET', DETAIL, { status: 200, body });
      expect(await openLapor().detail('9165816', NEVER)).toEqual({
        ok: false,
        failure: { kind: 'malformed', status: null, detail: 'shape', retryAfterMs: null },
      });
    },
  );
});

describe('answers()', () => {
  it('reads every page of E7 and counts what it cannot read', async () => {
    const first = { data: [{ id: 77, content: 'Satu' }, { content: 'tanpa id' }], next_page_url: 'https://x.test' };
    const second = { data: { 3: { id: '77', content: 'Satu' }, 4: { id: 78, content: 'Dua' } }, next_page_url: null };
    answerTo('GET', followUps(1), { status: 200, body: { results: first } });
    answerTo('GET', followUps(2), { status: 200, body: { results: second } });
    expect(await openLapor().answers('9165816', NEVER)).toMatchObject({
      ok: true,
      value: {
        answers: [
          { id: '77', text: 'Satu' },
          { id: '78', text: 'Dua' },
        ],
        unreadable: 1,
      },
    });
  });

  it('keeps an id that is too long for a number', async () => {
    const body = '{"results":{"data":[{"id":9007199254740993,"content":"x"}],"next_page_url":null}}';
    answerTo('GET', followUps(1), { status: 200, body });
    expect(await openLapor().answers('9165816', NEVER)).toMatchObject({
      value: { answers: [{ id: '9007199254740993' }] },
    });
  });

  it('reads that there are none', async () => {
    answerTo('GET', followUps(1), { status: 200, body: { results: [] } });
    expect(await openLapor().answers('9165816', NEVER)).toEqual({ ok: true, value: { answers: [], unreadable: 0 } });
  });

  it('does not take a repeated page for the end', async () => {
    const body = { results: { data: [{ id: 77 }], next_page_url: 'https://x.test' } };
    answerTo('GET', followUps(1), { status: 200, body });
    answerTo('GET', followUps(2), { status: 200, body });
    expect(await openLapor().answers('9165816', NEVER)).toMatchObject({
      ok: false,
      failure: { kind: 'malformed', detail: 'endless' },
    });
  });

  it.each([
    ['an error envelope', { success: false, data: [] }, { kind: 'malformed', detail: 'shape' }],
    ['a page', PAGE, { kind: 'malformed', detail: 'html' }],
    ['half an answer', '{"results":{"data":[{"id":77', { kind: 'malformed', detail: 'syntax' }],
  ])('does not take %s for no answers', async (_name, body, failure) => {
    answerTo('GET', followUps(1), { status: 200, body });
    expect(await openLapor().answers('9165816', NEVER)).toMatchObject({ ok: false, failure });
  });
});
