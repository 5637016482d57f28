import { describe, expect, it } from 'vitest';
import type { NewReport } from '../../../src/local/local-system.ts';
import { useNock } from '../../support/nock.ts';
import { admitted, answerTo, NEVER, openRest } from './open-rest.ts';
import { sampleResponse, sampleRow } from './sample-row.ts';

useNock();

const FROM_START = '/api/pengaduan?updated_since=1970-01-01T07%3A00%3A00%2B07%3A00&page=1&per_page=2';
const LOGIN_PAGE = '<!DOCTYPE html><html><body>Masuk</body></html>';

describe('readPage()', () => {
  it('asks for what changed since, in the time of the city, with the headers of the side', async () => {
    const path = '/api/pengaduan?updated_since=2026-07-31T12%3A00%3A01%2B07%3A00&page=3&per_page=2';
    const sent = answerTo(`GET ${path}`, { body: page([sampleRow()]) });
    const read = await openRest().readPage({ sinceMs: Date.parse('2026-07-31T05:00:01.999Z'), page: 3 }, NEVER);
    expect(read).toMatchObject({ ok: true, value: { reports: [{ localId: '1042' }], rejected: [], rowCount: 1 } });
    expect(sent[0]?.headers).toMatchObject({ 'x-side': 'rabeg' });
  });

  it('keeps the good rows of a page with a bad one', async () => {
    answerTo(`GET ${FROM_START}`, {
      body: page([sampleRow({ id: 1 }), sampleRow({ id: 2, created_at: 'kemarin' }), sampleRow({ id: 3 })]),
    });
    expect(await openRest().readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
      value: {
        reports: [{ localId: '1' }, { localId: '3' }],
        rejected: [{ key: '2', path: 'created_at', reason: 'not-a-time' }],
        rowCount: 3,
      },
    });
  });

  it('sets a row with two values of one key apart, and keeps the others', async () => {
    const rows = [sampleRow({ id: 1 }), sampleRow({ id: 2 })];
    const body = JSON.stringify(page(rows)).replace('"anonim":false', '"anonim":true,"anonim":false');
    answerTo(`GET ${FROM_START}`, { body });
    expect(await openRest().readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
      value: { reports: [{ localId: '2' }], rejected: [{ key: '1', path: '', reason: 'duplicate-key' }], rowCount: 2 },
    });
  });

  it('reads an id of more digits than a number can hold', async () => {
    const body = JSON.stringify(page([sampleRow({ id: 42 })])).replace('"id":42', '"id":9007199254740993');
    answerTo(`GET ${FROM_START}`, { body });
    expect(await openRest().readPage({ sinceMs: 0, page: 1 }, NEVER)).toMatchObject({
      value: { reports: [{ localId: '9007199254740993' }] },
    });
  });

  it.each([
    ['a failure with status 200', { success: false, data: [] }, 'success-false'],
    ['a login page', LOGIN_PAGE, 'html'],
    ['nothing', '', 'empty'],
    ['half a document', '{"success": true, "data": [', 'syntax'],
    ['a JSONP wrapper', 'f({"data": []})', 'syntax'],
    ['a trailing comma', '{"data": [],}', 'syntax'],
    ['one key twice', '{"meta": {"last_page": 1}, "data": [], "meta": {"last_page": 2}}', 'duplicate-key'],
    ['a key for the prototype', '{"data": [], "meta": {"__proto__": {"last_page": 1}}}', 'hostile-key'],
    ['null', 'null', 'no-data'],
    ['a bare list', '[]', 'no-data'],
    ['a bare text', '"data"', 'no-data'],
  ])('takes %s for no page', async (_case, body, detail) => {
    answerTo(`GET ${FROM_START}`, { body });
    const read = await openRest().readPage({ sinceMs: 0, page: 1 }, NEVER);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'malformed', detail } });
  });

  it('repeats what failed in passing', async () => {
    answerTo(`GET ${FROM_START}`, { status: 502 }, { body: page([]) });
    expect(await openRest().readPage({ sinceMs: 0, page: 1 }, NEVER)).toEqual({
      ok: true,
      value: { reports: [], rejected: [], rowCount: 0, more: false },
    });
  });

  it('finds rows and fields where the deployment says', async () => {
    answerTo(`GET ${FROM_START}`, {
      body: {
        success: 'true',
        data: { current_page: 1, last_page: 2, data: [{ ...sampleRow(), isi: 1, teks: 'Lubang' }] },
      },
    });
    const read = await openRest({ data: 'data.data', fields: { isi: 'teks' } }).readPage(
      { sinceMs: 0, page: 1 },
      NEVER,
    );
    expect(read).toMatchObject({ value: { reports: [{ text: 'Lubang' }], more: true } });
  });
});

describe('readReport()', () => {
  it('reads one report with its responses', async () => {
    answerTo('GET /api/pengaduan/1042', { body: { success: true, data: sampleRow() } });
    expect(await openRest().readReport('1042', NEVER)).toMatchObject({
      ok: true,
      value: { localId: '1042', responses: [{ id: '9' }] },
    });
  });

  it('gives null where there is none', async () => {
    answerTo('GET /api/pengaduan/1042', { status: 404, body: { success: false, message: 'Tidak ditemukan' } });
    expect(await openRest().readReport('1042', NEVER)).toEqual({ ok: true, value: null });
  });

  it('keeps an id within its place in the path', async () => {
    answerTo('GET /api/pengaduan/a%3Ab%40c', { body: { data: sampleRow({ id: 'a:b@c' }) } });
    expect(await openRest().readReport('a:b@c', NEVER)).toMatchObject({ value: { localId: 'a:b@c' } });
  });

  it.each([
    ['says that it failed', { success: 'false', data: sampleRow() }, 'success-false'],
    ['has no row', { success: true, data: null }, 'no-data'],
    ['has several rows', { success: true, data: [sampleRow(), sampleRow()] }, 'no-data'],
    ['has a row that does not fit', { success: true, data: sampleRow({ isi: 5.5, created_at: null }) }, 'bad-row'],
    ['has another report', { success: true, data: sampleRow({ id: 1043 }) }, 'other-id'],
    ['says two things', '{"success": false, "success": true, "data": {"id": 1042}}', 'duplicate-key'],
    ['has a row that says two things', '{"data": {"id": 1042, "status": "a", "status": "b"}}', 'bad-row'],
  ])('takes an answer for malformed that %s', async (_case, body, detail) => {
    answerTo('GET /api/pengaduan/1042', { body });
    const read = await openRest().readReport('1042', NEVER);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'malformed', detail } });
  });
});

describe('findByExternalRef()', () => {
  const lookUp = (number: number) => `GET /api/pengaduan?external_ref=lapor%3A7&page=${number}&per_page=2`;

  it('finds exactly what carries the reference', async () => {
    const rows = [sampleRow({ id: 1, external_ref: 'lapor:7' }), sampleRow({ id: 2, external_ref: 'lapor:77' })];
    answerTo(lookUp(1), { body: { ...page(rows), meta: { current_page: 1, last_page: 1 } } });
    expect(await openRest().findByExternalRef('lapor:7', NEVER)).toMatchObject({ ok: true, value: [{ localId: '1' }] });
  });

  it('looks through every page, and counts a row that moved between pages once', async () => {
    const ours = sampleRow({ id: 1, external_ref: 'lapor:7' });
    answerTo(lookUp(1), { body: page([sampleRow({ id: 3 }), ours]) });
    answerTo(lookUp(2), { body: page([ours]) });
    const read = await openRest().findByExternalRef('lapor:7', NEVER);
    expect(read).toMatchObject({ ok: true, value: [{ localId: '1' }] });
    expect(read).toHaveProperty('value.length', 1);
  });

  it('proves nothing with a row it cannot read', async () => {
    answerTo(lookUp(1), { body: page([sampleRow({ external_ref: 'lapor:7', created_at: null })]) });
    const read = await openRest().findByExternalRef('lapor:7', NEVER);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'malformed', detail: 'bad-row' } });
  });

  it('proves nothing where the question is passed over', async () => {
    const all = { ...page([sampleRow({ id: 1 }), sampleRow({ id: 2 })]), meta: { current_page: 1, last_page: 500 } };
    for (let number = 1; number <= 20; number += 1) answerTo(lookUp(number), { body: all });
    const read = await openRest().findByExternalRef('lapor:7', NEVER);
    expect(read).toMatchObject({ ok: false, failure: { kind: 'malformed', detail: 'endless' } });
  });
});

describe('writeBack()', () => {
  const VALUES = {
    nationalId: '9165816',
    nationalStatus: 'Dalam Proses',
    nationalUrl: 'https://www.lapor.go.id/pengaduan/9165816',
    localStatus: 'dalam proses',
  };

  it('writes the number, the status and the page', async () => {
    const sent = answerTo('PATCH /api/pengaduan/1042', { body: { success: true, data: sampleRow() } });
    const local = openRest();
    const result = await local.writeBack('1042', VALUES, await admitted(local));
    expect(result).toEqual({ kind: 'done', value: null, status: 200 });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      lapor_id: '9165816',
      lapor_status: 'Dalam Proses',
      lapor_url: 'https://www.lapor.go.id/pengaduan/9165816',
      status: 'dalam proses',
    });
  });

  it('leaves out what it does not know or leaves alone', async () => {
    const sent = answerTo('PATCH /api/pengaduan/1042', { status: 204 });
    const local = openRest();
    await local.writeBack('1042', { ...VALUES, nationalStatus: null, localStatus: null }, await admitted(local));
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ lapor_id: '9165816', lapor_url: VALUES.nationalUrl });
  });

  it.each([
    [204, '', { kind: 'done', value: null, status: 204 }],
    [200, { success: false, message: 'Gagal' }, { kind: 'refused', status: 200, cause: 'content' }],
    [200, { success: '0' }, { kind: 'refused', status: 200, cause: 'content' }],
    [200, LOGIN_PAGE, { kind: 'doubt', cause: 'html', status: 200 }],
    [200, '{"success":', { kind: 'doubt', cause: 'unreadable', status: 200 }],
    [302, '', { kind: 'doubt', cause: 'redirect', status: 302 }],
    [401, '', { kind: 'not-reached', cause: 'credentials', status: 401, retryAfterMs: null }],
    [404, '', { kind: 'refused', status: 404, cause: 'not-found' }],
    [422, '', { kind: 'refused', status: 422, cause: 'content' }],
    [500, '', { kind: 'doubt', cause: 'server-error', status: 500 }],
  ])('tells what %i with %j means', async (status, body, result) => {
    answerTo('PATCH /api/pengaduan/1042', { status, body });
    const local = openRest();
    expect(await local.writeBack('1042', VALUES, await admitted(local))).toEqual(result);
  });
});

describe('addResponse()', () => {
  const RESPONSE = {
    text: 'Sudah ditindaklanjuti.',
    institution: 'Pemerintah Kota Contoh',
    attachments: [{ url: 'https://lapor.test/bukti.pdf', name: 'bukti.pdf', mimeType: null, sizeBytes: 5 }],
    externalRef: 'lapor-followup:77',
  };

  it('writes an answer of the nation', async () => {
    const answer = { status: 201, body: { success: true, data: sampleResponse({ id: 31 }) } };
    const sent = answerTo('POST /api/pengaduan/1042/tanggapan', answer);
    const local = openRest();
    const result = await local.addResponse('1042', RESPONSE, await admitted(local));
    expect(result).toEqual({ kind: 'done', value: '31', status: 201 });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      isi: 'Sudah ditindaklanjuti.',
      penulis: 'lapor',
      opd: 'Pemerintah Kota Contoh',
      lampiran: [{ url: 'https://lapor.test/bukti.pdf', nama: 'bukti.pdf', mime: null }],
      external_ref: 'lapor-followup:77',
    });
  });

  it.each([
    ['an empty row', { success: true, data: {} }],
    ['no row', { success: true }],
    ['an id that is none', { success: true, data: { id: '../7' } }],
    ['a text for its success', { success: 'true' }],
  ])('takes an answer with %s for done, and names nobody', async (_case, body) => {
    answerTo('POST /api/pengaduan/1042/tanggapan', { status: 201, body });
    const local = openRest();
    const result = await local.addResponse('1042', RESPONSE, await admitted(local));
    expect(result).toEqual({ kind: 'done', value: null, status: 201 });
  });

  it.each([
    ['nothing', 200, ''],
    ['nothing, on purpose', 204, ''],
    ['null', 200, 'null'],
    ['an empty list', 200, []],
    ['other words', 200, { message: 'OK' }],
  ])('is in doubt after an answer with %s', async (_case, status, body) => {
    answerTo('POST /api/pengaduan/1042/tanggapan', { status, body });
    const local = openRest();
    const result = await local.addResponse('1042', RESPONSE, await admitted(local));
    expect(result).toEqual({ kind: 'doubt', cause: 'no-id', status });
  });

  it('finds the id where the deployment says', async () => {
    answerTo('POST /api/pengaduan/1042/tanggapan', { body: { hasil: { kode: 'T-31' } } });
    const local = openRest({ data: 'hasil.baris', fields: { 'tanggapan.id': 'kode' } });
    const result = await local.addResponse('1042', RESPONSE, await admitted(local));
    expect(result).toMatchObject({ kind: 'done', value: 'T-31' });
  });

  it('takes a failure with status 200 for a refusal', async () => {
    answerTo('POST /api/pengaduan/1042/tanggapan', { body: { success: false, data: null } });
    const local = openRest();
    const result = await local.addResponse('1042', RESPONSE, await admitted(local));
    expect(result).toEqual({ kind: 'refused', status: 200, cause: 'content' });
  });

  it('gives its place at the gate back', async () => {
    answerTo('POST /api/pengaduan/1042/tanggapan', { status: 500 });
    const local = openRest();
    await local.addResponse('1042', RESPONSE, await admitted(local));
    expect(await local.gate.enter(NEVER)).not.toBeNull();
  });
});

describe('createReport()', () => {
  const REPORT: NewReport = {
    title: 'Lampu mati',
    text: 'Lampu mati sejak Senin.',
    kind: 'pengaduan',
    category: null,
    institution: 'DPUPR',
    incidentDate: '2026-07-01',
    location: { address: 'Jl. Contoh' },
    reporter: { name: 'Sari', email: null, phone: '0813' },
    privacy: { anonymous: false, secret: true },
    attachments: [{ url: 'https://lapor.test/1.jpg', name: '1.jpg', mimeType: null, sizeBytes: null }],
    externalRef: 'lapor:9165900',
  };

  it('makes a report that was born at LAPOR!', async () => {
    const sent = answerTo('POST /api/pengaduan', { status: 201, body: { success: true, data: { id: 77 } } });
    const local = openRest();
    const result = await local.createReport(REPORT, await admitted(local));
    expect(result).toEqual({ kind: 'done', value: '77', status: 201 });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      judul: 'Lampu mati',
      isi: 'Lampu mati sejak Senin.',
      jenis: 'pengaduan',
      kategori: null,
      opd: 'DPUPR',
      tanggal_kejadian: '2026-07-01',
      lokasi: { alamat: 'Jl. Contoh' },
      pelapor: { nama: 'Sari', email: null, telepon: '0813' },
      anonim: false,
      rahasia: true,
      lampiran: [{ url: 'https://lapor.test/1.jpg', nama: '1.jpg', mime: null }],
      external_ref: 'lapor:9165900',
    });
  });

  it('names nobody', async () => {
    const sent = answerTo('POST /api/pengaduan', { body: { data: { kode: 'P-77' } } });
    const local = openRest({ fields: { id: 'kode' } });
    const result = await local.createReport({ ...REPORT, reporter: null }, await admitted(local));
    expect(result).toMatchObject({ kind: 'done', value: 'P-77' });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ pelapor: null });
  });

  it.each([
    ['no id', { status: 201, body: { success: true, data: {} } }, { kind: 'doubt', cause: 'no-id' }],
    ['a failure with status 200', { body: { success: false, data: null } }, { kind: 'refused', cause: 'content' }],
    ['a conflict', { status: 409, body: {} }, { kind: 'doubt', cause: 'already-exists' }],
  ] as const)('takes an answer with %s for what it is', async (_case, answer, expected) => {
    answerTo('POST /api/pengaduan', answer);
    const local = openRest();
    expect(await local.createReport(REPORT, await admitted(local))).toMatchObject(expected);
  });
});

function page(rows: readonly unknown[]) {
  return { success: true, message: 'OK', data: rows };
}
