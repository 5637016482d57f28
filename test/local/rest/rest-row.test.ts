import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/http/parse-json.ts';
import { TWO_VALUES } from '../../../src/http/two-values.ts';
import { type RestRow, restRowReader } from '../../../src/local/rest/rest-row.ts';
import type { FollowUp } from '../../../src/report/follow-up.ts';
import type { Report } from '../../../src/report/report.ts';
import { sampleResponse, sampleRow } from './sample-row.ts';

const readRow = restRowReader({ fields: {}, zone: 'Asia/Jakarta' });
const at = (iso: string) => Date.parse(iso);

describe('restRowReader()', () => {
  it('reads the row of the contract page', () => {
    expect(reportOf(sampleRow())).toEqual({
      localId: '1042',
      ticket: 'RBG-2026-001042',
      title: 'Jalan berlubang',
      text: 'Lubang di depan pasar.',
      kind: 'pengaduan',
      category: 'Infrastruktur jalan',
      severity: 'sedang',
      status: 'menunggu',
      institution: 'DPUPR',
      incidentDate: '2026-07-01',
      location: {
        address: 'Jl. Contoh',
        district: 'Cipocok Jaya',
        village: 'Banjarsari',
        latitude: '-6.12',
        longitude: '106.17',
      },
      reporter: {
        name: 'Warga Contoh',
        email: 'warga@example.test',
        phone: '+6281100000000',
        nik: '9900000000000001',
      },
      privacy: { anonymous: false, secret: false },
      attachments: [{ url: '/storage/1042/foto.jpg', name: 'foto.jpg', mimeType: 'image/jpeg', sizeBytes: 183422 }],
      responses: [
        {
          id: '9',
          author: 'institution',
          institution: 'DPUPR',
          text: 'Sudah dijadwalkan.',
          internal: false,
          attachments: [],
          externalRef: null,
          createdAt: at('2026-07-02T02:12:00Z'),
        },
      ],
      nationalId: null,
      nationalStatus: null,
      externalRef: null,
      createdAt: at('2026-07-01T01:00:00Z'),
      updatedAt: at('2026-07-02T02:12:00Z'),
      deletedAt: null,
    } satisfies Report);
  });

  it('reads the least that makes a report, as private as can be', () => {
    expect(reportOf({ id: 7, isi: null, created_at: '2026-07-01 08:00:00' })).toEqual({
      localId: '7',
      ticket: null,
      title: '',
      text: '',
      kind: 'pengaduan',
      category: null,
      severity: null,
      status: null,
      institution: null,
      incidentDate: null,
      location: { address: null, district: null, village: null, latitude: null, longitude: null },
      reporter: { name: null, email: null, phone: null, nik: null },
      privacy: { anonymous: true, secret: true },
      attachments: [],
      responses: null,
      nationalId: null,
      nationalStatus: null,
      externalRef: null,
      createdAt: at('2026-07-01T01:00:00Z'),
      updatedAt: at('2026-07-01T01:00:00Z'),
      deletedAt: null,
    } satisfies Report);
  });

  it.each([
    ['a number', '7', '7'],
    ['the same as text', '"7"', '7'],
    ['leading zeros, which make another id', '"007"', '007'],
    ['a number beyond 2^53, digit by digit', '9007199254740993', '9007199254740993'],
    ['a UUID', '"0f8fad5b-d9cb-469f-a165-70867728950e"', '0f8fad5b-d9cb-469f-a165-70867728950e'],
    ['upper and lower case apart', '"Ab7"', 'Ab7'],
  ])('takes an id: %s', (_case, json, id) => {
    expect(reportOf(sampleRow({ id: fromJson(json) })).localId).toBe(id);
  });

  it.each([
    ['missing', undefined, 'missing'],
    ['null', null, 'missing'],
    ['empty', '', 'missing'],
    ['the word null', 'null', 'bad-id'],
    ['the word undefined', 'undefined', 'bad-id'],
    ['blanks around it', ' 7', 'bad-id'],
    ['a blank inside', '7 8', 'bad-id'],
    ['a control character', '7\u0000', 'bad-id'],
    ['a line feed at its end', '7\n', 'bad-id'],
    ['a path', '../../etc/passwd', 'bad-id'],
    ['a slash', '7/8', 'bad-id'],
    ['SQL', "' OR 1=1--", 'bad-id'],
    ['too long', '7'.repeat(201), 'bad-id'],
    ['negative', -7, 'bad-id'],
    ['a fraction', 7.5, 'bad-id'],
    ['a boolean', true, 'bad-id'],
    ['a list', [7], 'bad-id'],
    ['an object', { id: 7 }, 'bad-id'],
  ])('rejects an id that is %s', (_case, id, reason) => {
    expect(rejectedOf(sampleRow({ id }))).toMatchObject({ path: 'id', reason });
  });

  it.each([
    ['NUL, made visible', 'a\u0000b', 'a\u2400b'],
    ['a lone surrogate, made well-formed', 'a\uD800b', 'a\uFFFDb'],
    ['a replacement character, as it came', 'a\uFFFDb', 'a\uFFFDb'],
    ['a decomposed letter, composed', 'Jose\u0301', 'Jos\u00E9'],
    ['an emoji family', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['direction marks', 'a\u202Eb', 'a\u202Eb'],
    ['escape sequences, without the escape', 'a\u001B[31mb', 'a[31mb'],
    ['line separators', 'a\u2028b', 'a\u2028b'],
    ['entities escaped twice, as they came', '&amp;amp;', '&amp;amp;'],
    ['mojibake, as it came', 'Ã©', 'Ã©'],
    ['markup, as data', '<script>{{7*7}}</script>', '<script>{{7*7}}</script>'],
    ['a number, as text', 123, '123'],
  ])('takes a text with %s', (_case, isi, text) => {
    expect(reportOf(sampleRow({ isi })).text).toBe(text);
  });

  it.each([
    ['isi', undefined, 'missing'],
    ['isi', ['a'], 'not-text'],
    ['isi', true, 'not-text'],
    ['isi', 'a'.repeat(65_537), 'too-long'],
    ['isi', 'é'.repeat(32_769), 'too-long'],
    ['judul', { teks: 'a' }, 'not-text'],
    ['status', ['menunggu'], 'not-text'],
    ['kategori', { id: 3, nama: 'Jalan' }, 'not-text'],
    ['nomor_tiket', 'a'.repeat(65_537), 'too-long'],
  ])('rejects a text it cannot hold: %s', (name, value, reason) => {
    expect(rejectedOf(sampleRow({ [name]: value }))).toMatchObject({ key: '1042', path: name, reason });
  });

  it('takes a text of exactly 64 KB', () => {
    expect(reportOf(sampleRow({ isi: 'a'.repeat(65_536) })).text).toHaveLength(65_536);
  });

  it.each([
    ['aspirasi', 'aspirasi'],
    ['Permintaan Informasi', 'permintaan_informasi'],
    ['PENGADUAN', 'pengaduan'],
    ['keluhan', 'pengaduan'],
    [null, 'pengaduan'],
    [3, 'pengaduan'],
  ])('takes the kind %s for %s', (jenis, kind) => {
    expect(reportOf(sampleRow({ jenis })).kind).toBe(kind);
  });

  it.each([
    [false, false],
    ['false', false],
    ['0', false],
    [0, false],
    ['N', false],
    ['tidak', false],
    [true, true],
    ['Y', true],
    ['ya', true],
    [1, true],
    ['', true],
    [null, true],
    [undefined, true],
    ['anonim', true],
    [[], true],
    [{ toString: 'false' }, true],
  ])('takes the privacy flag %j for %s', (flag, hidden) => {
    expect(reportOf(sampleRow({ anonim: flag, rahasia: false })).privacy).toEqual({ anonymous: hidden, secret: false });
    expect(reportOf(sampleRow({ anonim: false, rahasia: flag })).privacy).toEqual({ anonymous: false, secret: hidden });
  });

  it.each([
    ['an empty name', { nama: '' }, true],
    ['a blank name and a telephone number', { nama: ' ', telepon: '0811' }, true],
    ['no name but an address', { nama: null, email: 'warga@example.test' }, true],
    ['nobody at all', null, true],
    ['names that the application does not tell', { telepon: '0811' }, false],
    ['reporters that the application does not tell', undefined, false],
  ])('takes the more private of a flag that says no and %s', (_case, pelapor, anonymous) => {
    expect(reportOf(sampleRow({ anonim: false, pelapor }))).toMatchObject({
      privacy: { anonymous, secret: false },
      reporter: { name: null },
    });
  });

  it.each([
    ['no zone: that of the city', '2026-07-01 08:00:00', '2026-07-01T01:00:00Z'],
    ['a zone by letters', '2026-07-01 08:00:00 WITA', '2026-07-01T00:00:00Z'],
    ['an offset', '2026-07-01T08:00:00+07:00', '2026-07-01T01:00:00Z'],
    ['UTC with microseconds', '2026-07-01T01:00:00.123456Z', '2026-07-01T01:00:00.123Z'],
    ['a date alone: its midnight', '2026-07-01', '2026-06-30T17:00:00Z'],
    ['an Indonesian month', '1 Agustus 2026 08:00', '2026-08-01T01:00:00Z'],
    ['epoch seconds', 1782867600, '2026-07-01T01:00:00Z'],
    ['epoch milliseconds', 1782867600000, '2026-07-01T01:00:00Z'],
    ['the far future', '2099-01-01 00:00:00', '2098-12-31T17:00:00Z'],
  ])('takes a time with %s', (_case, created, iso) => {
    expect(reportOf(sampleRow({ created_at: created, updated_at: created })).createdAt).toBe(at(iso));
  });

  it.each([
    ['created_at', undefined, 'missing'],
    ['created_at', null, 'missing'],
    ['created_at', '0000-00-00 00:00:00', 'missing'],
    ['created_at', '2025-02-30 08:00:00', 'not-a-time'],
    ['created_at', '02/03/2025', 'not-a-time'],
    ['created_at', '2025-01-02 24:00:00', 'not-a-time'],
    ['created_at', '2016-12-31 23:59:60', 'not-a-time'],
    ['created_at', '1999-12-31 08:00:00', 'not-a-time'],
    ['created_at', 17828676, 'not-a-time'],
    ['created_at', true, 'not-a-time'],
    ['created_at', 'kemarin', 'not-a-time'],
    ['updated_at', 'kemarin', 'not-a-time'],
    ['deleted_at', 'kemarin', 'not-a-time'],
  ])('rejects a time that is none: %s %j', (name, value, reason) => {
    expect(rejectedOf(sampleRow({ [name]: value }))).toMatchObject({ path: name, reason });
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['a zero date', '0000-00-00 00:00:00'],
    ['a zero date out of PHP', '-0001-11-30T00:00:00.000000Z'],
    ['before the report was made', '2026-06-01 08:00:00'],
  ])('counts a report as changed when it was made where its time of change is %s', (_case, updated) => {
    expect(reportOf(sampleRow({ updated_at: updated })).updatedAt).toBe(at('2026-07-01T01:00:00Z'));
  });

  it.each([
    ['2026-07-01', '2026-07-01'],
    ['2026-07-01 23:30:00', '2026-07-01'],
    ['2026-06-30T17:00:00.000000Z', '2026-07-01'],
    ['2025-02-30', null],
    ['0000-00-00', null],
    ['02/03/2025', null],
    ['', null],
    [null, null],
    [false, null],
  ])('takes the day of the incident %j for %s', (written, day) => {
    expect(reportOf(sampleRow({ tanggal_kejadian: written })).incidentDate).toBe(day);
  });

  it('tells when a report was deleted', () => {
    expect(reportOf(sampleRow({ deleted_at: '2026-07-03 08:00:00' })).deletedAt).toBe(at('2026-07-03T01:00:00Z'));
    expect(reportOf(sampleRow({ deleted_at: '0000-00-00 00:00:00' })).deletedAt).toBeNull();
  });

  it.each([
    [9165816, '9165816'],
    ['9165816', '9165816'],
    ['', null],
    [0, null],
    ['0', null],
    [null, null],
    [undefined, null],
  ])('takes lapor_id %j for %s', (written, id) => {
    expect(reportOf(sampleRow({ lapor_id: written })).nationalId).toBe(id);
  });

  it('rejects a lapor_id it cannot read, for the report would be filed a second time', () => {
    expect(rejectedOf(sampleRow({ lapor_id: 'belum ada' }))).toMatchObject({ path: 'lapor_id', reason: 'bad-id' });
  });

  it('takes the status of LAPOR! as it is named there, and a number for a text', () => {
    expect(reportOf(sampleRow({ lapor_status: 'Status Baru!', status: 0 }))).toMatchObject({
      nationalStatus: 'Status Baru!',
      status: '0',
    });
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ["PHP's empty list", []],
  ])('takes a place and a reporter that are %s for unknown ones', (_case, value) => {
    expect(reportOf(sampleRow({ lokasi: value, pelapor: value }))).toMatchObject({
      location: { address: null, latitude: null },
      reporter: { name: null, nik: null },
    });
  });

  it('takes a text for the address, or for the name', () => {
    expect(reportOf(sampleRow({ lokasi: 'Jl. Contoh', pelapor: 'Warga' }))).toMatchObject({
      location: { address: 'Jl. Contoh', district: null },
      reporter: { name: 'Warga', email: null },
    });
  });

  it.each([
    ['lokasi', 5],
    ['lokasi', [{ alamat: 'a' }]],
    ['pelapor', true],
    ['pelapor', ['a']],
  ])('rejects a group that is none: %s %j', (name, value) => {
    expect(rejectedOf(sampleRow({ [name]: value }))).toMatchObject({ path: name, reason: 'not-an-object' });
  });

  it.each([
    [' -6.120 ', '-6.120'],
    [106, '106'],
    ['6,12', null],
    ['1.234,56', null],
    ['utara', null],
    [null, null],
  ])('takes the latitude %j for %s', (lat, latitude) => {
    expect(reportOf(sampleRow({ lokasi: { lat } })).location.latitude).toBe(latitude);
  });

  it.each([
    ['missing', undefined, []],
    ['null', null, []],
    ['an empty text', '', []],
    ['without URL', [{ url: null, nama: 'a.jpg' }, { url: '' }], []],
    ['a URL alone', '/storage/a.jpg', ['/storage/a.jpg']],
    ['a list of URLs', ['/a.jpg', 'https://cdn.example.test/b.jpg'], ['/a.jpg', 'https://cdn.example.test/b.jpg']],
    ['a PHP list with a gap', { 0: { url: '/a.jpg' }, 2: { url: '/c.jpg' } }, ['/a.jpg', '/c.jpg']],
  ])('takes files that are %s', (_case, lampiran, urls) => {
    expect(reportOf(sampleRow({ lampiran })).attachments.map(({ url }) => url)).toEqual(urls);
  });

  it('takes what is said of a file for a hint', () => {
    const lampiran = [
      { url: '/a.jpg', nama: 7, mime: null, ukuran: '12' },
      { url: '/b.jpg', ukuran: '1,2 MB' },
    ];
    expect(reportOf(sampleRow({ lampiran })).attachments).toEqual([
      { url: '/a.jpg', name: '7', mimeType: null, sizeBytes: 12 },
      { url: '/b.jpg', name: null, mimeType: null, sizeBytes: null },
    ]);
  });

  it.each([
    [{ lampiran: 5 }, 'lampiran', 'not-a-list'],
    [{ lampiran: { url: '/a.jpg' } }, 'lampiran', 'not-a-list'],
    [{ lampiran: [5] }, 'lampiran.0', 'not-an-object'],
    [{ lampiran: ['/a.jpg', { url: {} }] }, 'lampiran.1.url', 'not-text'],
    [{ tanggapan: 'ada' }, 'tanggapan', 'not-a-list'],
    [{ tanggapan: [null] }, 'tanggapan.0', 'response'],
    [{ tanggapan: [sampleResponse(), sampleResponse({ id: null })] }, 'tanggapan.1.id', 'response'],
    [{ tanggapan: [sampleResponse({ isi: undefined })] }, 'tanggapan.0.isi', 'response'],
    [{ tanggapan: [sampleResponse({ dibuat_pada: '2025-02-30' })] }, 'tanggapan.0.dibuat_pada', 'response'],
    [
      { tanggapan: [sampleResponse({ lampiran: [{ url: 5.5, nama: [] }] })] },
      'tanggapan.0.lampiran.0.nama',
      'response',
    ],
  ])('rejects a row whose lists do not fit: %j', (changes, path, reason) => {
    expect(rejectedOf(sampleRow(changes))).toMatchObject({ key: '1042', path, reason });
  });

  it.each([
    ['absent: not read', undefined, null],
    ['null: none', null, []],
    ['an empty list: none', [], []],
  ])('tells responses that are %s', (_case, tanggapan, responses) => {
    expect(reportOf(sampleRow({ tanggapan })).responses).toEqual(responses);
  });

  it.each([
    ['opd', 'institution', false],
    ['pelapor', 'reporter', false],
    ['LAPOR', 'national', false],
    ['admin', 'institution', true],
    [null, 'institution', true],
    [undefined, 'institution', true],
  ])('takes the author %s for %s, and keeps an unknown one in the city', (penulis, author, internal) => {
    expect(responseOf({ penulis })).toMatchObject({ author, internal });
    expect(responseOf({ penulis }).unknownAuthor).toBe(internal ? (penulis ?? '') : undefined);
    expect(responseOf({ penulis, internal: true })).not.toHaveProperty('unknownAuthor');
  });

  it.each([
    [undefined, false],
    [false, false],
    ['0', false],
    [true, true],
    ['1', true],
    [null, true],
    ['mungkin', true],
  ])('takes the internal flag %j for %s', (internal, expected) => {
    expect(responseOf({ internal }).internal).toBe(expected);
  });

  it('takes a response without the internal flag for a note where the deployment says where the flag is', () => {
    const read = restRowReader({ fields: { 'tanggapan.internal': 'rahasia_internal' }, zone: 'Asia/Jakarta' });
    const row = read(sampleRow({ tanggapan: [sampleResponse({ internal: false })] }));
    expect(row).toMatchObject({ report: { responses: [{ internal: true }] } });
  });

  it.each([
    ['null', null],
    ['a text', 'baris'],
    ['a number', 5],
    ['a list', [sampleRow()]],
  ])('rejects a row that is %s, known by its hash', (_case, row) => {
    const rejected = rejectedOf(row);
    expect(rejected).toMatchObject({ path: '', reason: 'not-an-object' });
    expect(rejected.key).toBe(rejected.fingerprint);
  });

  it('rejects a row that stands there twice with different values', () => {
    expect(rejectedOf(TWO_VALUES)).toMatchObject({ path: '', reason: 'duplicate-key' });
  });

  it('rejects by a fingerprint that is the same at each reading and moves with the row', () => {
    const first = rejectedOf(sampleRow({ id: null }));
    expect(rejectedOf(sampleRow({ id: null }))).toEqual(first);
    expect(first.key).toBe(first.fingerprint);
    expect(rejectedOf(sampleRow({ id: null, judul: 'Lain' })).fingerprint).not.toBe(first.fingerprint);
  });

  it('passes over fields it does not know, by whatever name', () => {
    const unknown = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x${index}`, index]));
    const row = fromJson('{"constructor": {"prototype": {"anonim": false}}, "toString": 1, "hasOwnProperty": 2}');
    expect(reportOf({ ...unknown, ...(row as object), ...sampleRow() })).toEqual(reportOf(sampleRow()));
  });
});

function reportOf(row: unknown): Report {
  const read: RestRow = readRow(row);
  if (!read.ok) throw new Error(`rejected: ${read.rejected.path} ${read.rejected.reason}`);
  return read.report;
}

function rejectedOf(row: unknown) {
  const read: RestRow = readRow(row);
  if (read.ok) throw new Error('not rejected');
  return read.rejected;
}

function responseOf(changes: Readonly<Record<string, unknown>>): FollowUp {
  const response = reportOf(sampleRow({ tanggapan: [sampleResponse(changes)] })).responses?.[0];
  if (response === undefined) throw new Error('no response');
  return response;
}

function fromJson(json: string): unknown {
  const parsed = parseJson(json);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}
