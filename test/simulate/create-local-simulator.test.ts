import { describe, expect, it } from 'vitest';
import { runningLocal } from './running-local.ts';

const REPORT = { judul: 'Jalan berlubang', isi: 'Lubang di depan pasar' };
const FOTO = { nama: 'foto depan.jpg', mime: 'image/jpeg', bytes: Buffer.from([255, 216, 255, 0]) };

describe('createLocalSimulator(): who may call', () => {
  it.each([
    ['no credentials', {}],
    ['wrong credentials', { authorization: 'Bearer salah' }],
  ])('answers 401 in its envelope to %s', async (_what, headers) => {
    const { baseUrl } = await runningLocal();
    const answer = await fetch(`${baseUrl}/pengaduan`, { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ success: false, message: 'Unauthenticated.', data: null });
  });

  it('gives the token for the right login', async () => {
    const { call } = await runningLocal({ token: 'rahasia-uji', login: { username: 'u', password: 'p' } });
    const answer = await call('POST', '/login', { username: 'u', password: 'p' });
    expect(await answer.json()).toMatchObject({ data: { token: 'rahasia-uji' } });
  });

  it.each([
    [{ username: 'u', password: 'x' }, 401],
    [{ username: 'u' }, 422],
  ])('refuses the login %j with %i', async (body, status) => {
    const { call } = await runningLocal({ login: { username: 'u', password: 'p' } });
    expect((await call('POST', '/login', body)).status).toBe(status);
  });

  it('answers 404 to an unknown path', async () => {
    const { call } = await runningLocal();
    expect((await call('GET', '/warga')).status).toBe(404);
    expect((await call('DELETE', '/pengaduan')).status).toBe(404);
  });
});

describe('createLocalSimulator(): GET /pengaduan', () => {
  it('gives the whole row as the contract shows it', async () => {
    const { call, simulator } = await runningLocal();
    simulator.world.fileReport({
      ...REPORT,
      kategori: 'Infrastruktur jalan',
      tingkat: 'sedang',
      opd: 'DPUPR',
      tanggal_kejadian: '2026-06-30',
      lokasi: { alamat: 'Jl. Contoh', kecamatan: 'Satu', kelurahan: 'Dua', lat: -5.9, lng: 108 },
      pelapor: { nama: 'Wulan', email: 'w@contoh.id', telepon: '0812', nik: '9971010101010001' },
      rahasia: true,
      lampiran: [FOTO],
    });
    const { data } = (await (await call('GET', '/pengaduan')).json()) as { data: unknown[] };
    expect(data).toEqual([
      {
        id: 1001,
        nomor_tiket: 'RBG-2026-001001',
        ...REPORT,
        jenis: 'pengaduan',
        kategori: 'Infrastruktur jalan',
        tingkat: 'sedang',
        status: 'menunggu',
        opd: 'DPUPR',
        tanggal_kejadian: '2026-06-30',
        lokasi: { alamat: 'Jl. Contoh', kecamatan: 'Satu', kelurahan: 'Dua', lat: -5.9, lng: 108 },
        pelapor: { nama: 'Wulan', email: 'w@contoh.id', telepon: '0812', nik: '9971010101010001' },
        anonim: false,
        rahasia: true,
        lampiran: [{ url: '/storage/1001/foto%20depan.jpg', nama: 'foto depan.jpg', mime: 'image/jpeg', ukuran: 4 }],
        tanggapan: [],
        lapor_id: null,
        lapor_status: null,
        lapor_url: null,
        external_ref: null,
        created_at: '2026-07-01 08:00:00',
        updated_at: '2026-07-01 08:00:00',
        deleted_at: null,
      },
    ]);
  });

  it('gives the oldest change first, page by page', async () => {
    const { call, simulator, clock } = await runningLocal();
    for (const judul of ['satu', 'dua', 'tiga']) {
      simulator.world.fileReport({ ...REPORT, judul });
      clock.nowMs += 1_000;
    }
    simulator.world.edit(1001, { status: 'selesai' });
    const pages = await Promise.all([1, 2, 3].map((page) => call('GET', `/pengaduan?per_page=2&page=${page}`)));
    const bodies = (await Promise.all(pages.map((page) => page.json()))) as { data: { judul: string }[] }[];
    expect(bodies.map(({ data }) => data.map(({ judul }) => judul))).toEqual([['dua', 'tiga'], ['satu'], []]);
    expect(bodies[0]).toMatchObject({
      success: true,
      meta: { current_page: 1, last_page: 2, per_page: 2, total: 3 },
    });
  });

  it('caps the size of a page, and tells so', async () => {
    const { call, simulator } = await runningLocal({ pageSizeMax: 2 });
    for (const _ of [1, 2, 3]) simulator.world.fileReport(REPORT);
    const body = await (await call('GET', '/pengaduan?per_page=100')).json();
    expect(body).toMatchObject({ data: [{}, {}], meta: { per_page: 2, last_page: 2 } });
  });

  it.each([
    ['2026-07-01T08:00:01', 2],
    ['2026-07-01T08:00:01%2B07:00', 2],
    ['2026-07-01T01:00:02Z', 1],
    ['2026-07-01T01:00:03.000Z', 0],
  ])('gives what changed since %s: %i', async (since, count) => {
    const { call, simulator, clock } = await runningLocal();
    for (const _ of [1, 2, 3]) {
      simulator.world.fileReport(REPORT);
      clock.nowMs += 1_000;
    }
    const body = await (await call('GET', `/pengaduan?updated_since=${since}`)).json();
    expect(body).toMatchObject({ meta: { total: count } });
  });

  it('refuses a time that is none', async () => {
    const { call } = await runningLocal();
    expect((await call('GET', '/pengaduan?updated_since=kemarin')).status).toBe(422);
  });

  it('finds reports by their reference', async () => {
    const { call, simulator } = await runningLocal();
    simulator.world.fileReport(REPORT);
    await call('POST', '/pengaduan', { ...REPORT, external_ref: 'lapor:9165816' });
    const body = await (await call('GET', '/pengaduan?external_ref=lapor:9165816')).json();
    expect(body).toMatchObject({ data: [{ id: 1002, external_ref: 'lapor:9165816' }], meta: { total: 1 } });
    expect(simulator.requests.at(-1)?.operation).toBe('find');
  });

  it('leaves the answers out of the list where it is told to', async () => {
    const { call, simulator } = await runningLocal({ listWithResponses: false });
    simulator.world.fileReport(REPORT);
    const list = (await (await call('GET', '/pengaduan')).json()) as { data: object[] };
    expect(list.data[0]).not.toHaveProperty('tanggapan');
    expect(await (await call('GET', '/pengaduan/1001')).json()).toMatchObject({ data: { tanggapan: [] } });
  });

  it('writes times in the zone it is given', async () => {
    const { simulator } = await runningLocal({ zone: 'Asia/Jayapura' });
    expect(simulator.world.fileReport(REPORT).created_at).toBe('2026-07-01 10:00:00');
  });
});

describe('createLocalSimulator(): writing', () => {
  it('creates a report and names it', async () => {
    const { call, simulator } = await runningLocal();
    const lampiran = [{ url: 'https://contoh.id/a.jpg', nama: 'a.jpg', mime: null, ukuran: null }];
    const answer = await call('POST', '/pengaduan', {
      ...REPORT,
      anonim: true,
      lampiran,
      lapor_id: '9165816',
      lapor_status: 'Terverifikasi',
      external_ref: 'lapor:9165816',
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ success: 'true', data: { id: 1001, anonim: true, lampiran } });
    expect(simulator.world.report('1001')).toMatchObject({ lapor_id: '9165816', status: 'menunggu' });
    expect(simulator.world.effects).toMatchObject([{ kind: 'create-report', id: 1001, detail: 'lapor:9165816' }]);
    expect(simulator.requests.at(-1)?.effect).toBe('create-report 1001');
  });

  it.each([
    ['no title', { isi: 'x' }, 422],
    ['a blank text', { judul: 'x', isi: ' ' }, 422],
    ['an unknown kind', { ...REPORT, jenis: 'curhat' }, 422],
    ['a flag that is no flag', { ...REPORT, anonim: 'ya' }, 422],
  ])('refuses a report with %s', async (_what, body, status) => {
    const { call, simulator } = await runningLocal();
    const answer = await call('POST', '/pengaduan', body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ success: false });
    expect(simulator.world.reports()).toEqual([]);
    expect(simulator.requests.at(-1)?.effect).toBeNull();
  });

  it('refuses what is not JSON', async () => {
    const { baseUrl } = await runningLocal();
    const headers = { authorization: 'Bearer simulasi-rabeg' };
    expect((await fetch(`${baseUrl}/pengaduan`, { method: 'POST', headers, body: '{"judul":' })).status).toBe(400);
  });

  it('writes back what the contract allows, and moves `updated_at`', async () => {
    const { call, simulator, clock } = await runningLocal();
    simulator.world.fileReport(REPORT);
    clock.nowMs += 60_000;
    const patch = {
      lapor_id: '9165816',
      lapor_status: 'Dalam Proses',
      lapor_url: 'https://x/9165816',
      status: 'dalam proses',
    };
    const answer = await call('PATCH', '/pengaduan/1001', { ...patch, judul: 'diganti' });
    expect(answer.status).toBe(200);
    expect(simulator.world.report(1001)).toMatchObject({
      ...patch,
      judul: 'Jalan berlubang',
      updated_at: '2026-07-01 08:01:00',
      created_at: '2026-07-01 08:00:00',
    });
    expect(simulator.world.effects).toMatchObject([{ kind: 'write-back', id: 1001, detail: JSON.stringify(patch) }]);
  });

  it('adds an answer and names it', async () => {
    const { call, simulator, clock } = await runningLocal();
    simulator.world.fileReport(REPORT);
    clock.nowMs += 60_000;
    const answer = await call('POST', '/pengaduan/1001/tanggapan', {
      isi: 'Sudah diperbaiki',
      penulis: 'lapor',
      opd: 'Pemerintah Kota',
      lampiran: [{ url: 'https://contoh.id/a.jpg' }],
      external_ref: 'lapor-followup:77',
    });
    expect(answer.status).toBe(201);
    const row = {
      id: 1,
      isi: 'Sudah diperbaiki',
      penulis: 'lapor',
      opd: 'Pemerintah Kota',
      internal: false,
      dibuat_pada: '2026-07-01 08:01:00',
      lampiran: [{ url: 'https://contoh.id/a.jpg', nama: null, mime: null, ukuran: null }],
      external_ref: 'lapor-followup:77',
    };
    expect(await answer.json()).toMatchObject({ success: 'true', data: row });
    expect(simulator.world.report(1001)).toMatchObject({ tanggapan: [row], updated_at: '2026-07-01 08:01:00' });
    expect(simulator.world.effects).toMatchObject([{ kind: 'respond', id: 1001, detail: 'lapor-followup:77' }]);
  });

  it.each([
    ['PATCH', '/pengaduan/7'],
    ['PATCH', '/pengaduan/1001x'],
    ['GET', '/pengaduan/0'],
    ['POST', '/pengaduan/7/tanggapan'],
  ])('answers 404 to %s %s', async (method, path) => {
    const { call } = await runningLocal();
    expect((await call(method, path, method === 'GET' ? undefined : {})).status).toBe(404);
  });
});

describe('createLocalSimulator(): attachments', () => {
  it('serves the bytes from the host, outside the base path', async () => {
    const { origin, simulator } = await runningLocal();
    const report = simulator.world.fileReport({ ...REPORT, lampiran: [FOTO, FOTO] });
    expect(report.lampiran.map(({ url }) => url)).toEqual([
      '/storage/1001/foto%20depan.jpg',
      '/storage/1001/2-foto%20depan.jpg',
    ]);
    const answer = await fetch(`${origin}${report.lampiran[1]?.url}`);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(FOTO.bytes);
    expect(simulator.world.file('/storage/1001/foto%20depan.jpg')).toBe(FOTO);
  });

  it('answers 404 in HTML for a file that is gone', async () => {
    const { origin } = await runningLocal();
    const answer = await fetch(`${origin}/storage/1001/hilang.jpg`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('text/html');
  });
});

describe('createLocalSimulator(): what people do', () => {
  it('keeps answers of OPD, internal notes and replies apart', async () => {
    const { simulator } = await runningLocal();
    const { world } = simulator;
    world.fileReport(REPORT);
    world.respond(1001, { isi: 'Kami cek', opd: 'DPUPR', lampiran: [FOTO] });
    world.respond('1001', { isi: 'anggaran habis', opd: 'DPUPR', internal: true });
    world.replyAsReporter(1001, 'Terima kasih');
    expect(world.report(1001)?.tanggapan).toMatchObject([
      { id: 1, penulis: 'opd', opd: 'DPUPR', internal: false, lampiran: [{ nama: 'foto depan.jpg' }] },
      { id: 2, penulis: 'opd', internal: true },
      { id: 3, penulis: 'pelapor', opd: null, isi: 'Terima kasih' },
    ]);
    expect(world.effects).toEqual([]);
  });

  it('marks a removed report and lists it as changed', async () => {
    const { call, simulator, clock } = await runningLocal();
    simulator.world.fileReport(REPORT);
    clock.nowMs += 60_000;
    simulator.world.remove(1001);
    const body = await (await call('GET', '/pengaduan?updated_since=2026-07-01T08:01:00')).json();
    expect(body).toMatchObject({ data: [{ id: 1001, deleted_at: '2026-07-01 08:01:00' }] });
  });

  it('takes reports from before its time, and ones filed nationally by hand', async () => {
    const { simulator, clock } = await runningLocal();
    const report = simulator.world.fileReport({ ...REPORT, createdAtMs: clock.nowMs - 86_400_000, lapor_id: 9000001 });
    expect(report).toMatchObject({
      created_at: '2026-06-30 08:00:00',
      updated_at: '2026-07-01 08:00:00',
      lapor_id: 9000001,
    });
  });

  it('leaves what it handed out as it was', async () => {
    const { simulator } = await runningLocal();
    const before = simulator.world.fileReport(REPORT);
    simulator.world.edit(1001, { rahasia: true });
    expect(before.rahasia).toBe(false);
    expect(simulator.world.report(1001)?.rahasia).toBe(true);
  });

  it('throws for a report that there is not', async () => {
    const { simulator } = await runningLocal();
    expect(simulator.world.report(7)).toBeNull();
    expect(() => simulator.world.edit(7, { status: 'x' })).toThrow('no report 7');
  });
});

describe('createLocalSimulator(): records', () => {
  it('keeps every request whole', async () => {
    const { call, simulator, clock } = await runningLocal();
    await call('POST', '/pengaduan?x=1', { ...REPORT, isi: 'kata kunci' });
    await call('GET', '/tidak-ada');
    expect(simulator.requests).toMatchObject([
      {
        at: clock.nowMs,
        side: 'local',
        operation: 'create-report',
        method: 'POST',
        path: '/api/pengaduan?x=1',
        effect: 'create-report 1001',
      },
      { operation: null, method: 'GET', path: '/api/tidak-ada', effect: null },
    ]);
    expect(String(simulator.requests[0]?.body)).toContain('kata kunci');
    expect(simulator.requests[0]?.headers).toContain('Bearer simulasi-rabeg');
  });

  it('keeps none where it is told to', async () => {
    const { call, simulator } = await runningLocal({ record: false });
    await call('GET', '/pengaduan');
    expect(simulator.requests).toEqual([]);
  });
});
