import { describe, expect, it } from 'vitest';
import { foldName } from '../../src/config/fold-name.ts';
import { EXPORT_HEADINGS } from '../../src/national/export-headings.ts';
import { exportReader } from '../../src/national/export-reader.ts';

const IDS = {
  categoryId: (name: string) => (name === 'Jalan' ? '436' : null),
  classificationId: (name: string) => (name === 'Pengaduan' ? '6' : null),
  institutionId: (name: string) => (name === 'Pemerintah Kota' ? '151345' : null),
};
const HEADINGS = Object.keys(EXPORT_HEADINGS);
const ROW: Record<string, string> = {
  'Tracking ID': '#9165900',
  Judul: 'Lampu mati',
  'Isi Laporan': '<p>Sudah <b>seminggu</b>.</p>',
  Status: 'Proses',
  Kategori: 'Jalan',
  Klasifikasi: 'Pengaduan',
  Instansi: 'Pemerintah Kota',
  Pelapor: 'Sari',
  'Tanggal Laporan': '31-07-2026 14:05:09',
  'Tanggal Kejadian': '30-07-2026',
  Anonim: 'Tidak',
  Rahasia: 'Ya',
};

function read(changes: Record<string, string> = {}, headings: readonly string[] = HEADINGS, columns = {}) {
  const reader = exportReader(headings, { columns, ids: IDS, fold: foldName });
  if (!reader.ok) return reader.missing;
  const row = { ...ROW, ...changes };
  return reader.read(headings.map((heading) => row[heading.trim()] ?? ''));
}

describe('exportReader()', () => {
  it('reads a row as one of the list', () => {
    expect(read()).toEqual({
      ok: true,
      report: {
        id: '9165900',
        title: 'Lampu mati',
        text: 'Sudah seminggu.',
        statusName: 'Proses',
        classificationId: '6',
        categoryId: '436',
        institutionId: '151345',
        institutionName: 'Pemerintah Kota',
        incidentDate: '2026-07-30',
        location: null,
        privacy: { anonymous: false, secret: true },
        reporter: { name: 'Sari', email: null, phone: null },
        attachments: [],
        createdAt: Date.parse('2026-07-31T14:05:09+07:00'),
        updatedAt: Date.parse('2026-07-31T14:05:09+07:00'),
      },
    });
  });

  it.each([
    [
      'in another order and spelling',
      {},
      [...HEADINGS].reverse().map((heading) => (heading === 'Judul' ? ' Judul ' : heading)),
      {},
    ],
    [
      'of an anonymous reporter, who is not named',
      { Anonim: 'Ya' },
      HEADINGS,
      { reporter: { name: null }, privacy: { anonymous: true } },
    ],
    [
      'without columns for privacy, hidden',
      {},
      HEADINGS.filter((name) => name !== 'Anonim' && name !== 'Rahasia'),
      { privacy: { anonymous: true, secret: true } },
    ],
    ['with flags that nobody understands, hidden', { Anonim: '?' }, HEADINGS, { privacy: { anonymous: true } }],
    ['with a category that no map knows', { Kategori: 'Lain' }, HEADINGS, { categoryId: null }],
    [
      'with an institution that nobody knows',
      { Instansi: 'Entah' },
      HEADINGS,
      { institutionId: null, institutionName: 'Entah' },
    ],
    ['without an institution', { Instansi: '-' }, HEADINGS, { institutionId: null }],
  ] as const)('reads a row %s', (_name, changes, headings, report) => {
    expect(read(changes, headings)).toMatchObject({ ok: true, report: { id: '9165900', ...report } });
  });

  it.each([
    [{ 'Tracking ID': 'abc' }, 'id', 'bad-id'],
    [{ 'Tracking ID': '' }, 'id', 'missing'],
    [{ 'Isi Laporan': '' }, 'content', 'missing'],
    [{ 'Tanggal Laporan': '02/03/2026' }, 'created_at', 'not-a-time'],
  ])('rejects a row with %j', (changes, path, reason) => {
    expect(read(changes)).toMatchObject({ ok: false, rejected: { path, reason } });
  });

  it('takes headings of the configuration, and ids where they are told', () => {
    const columns = { 'No Tiket': 'id', Lokasi: 'location', Instansi: 'disposition_id' };
    const changes = { 'No Tiket': '9165901', Lokasi: 'Jl. Sekolah', Instansi: '12838', Kategori: '77' };
    expect(read(changes, [...HEADINGS, 'No Tiket', 'Lokasi'], columns)).toMatchObject({
      ok: true,
      report: { id: '9165901', location: 'Jl. Sekolah', institutionId: '12838', categoryId: '77' },
    });
  });

  it('names the headings that it cannot do without', () => {
    expect(read({}, ['Judul', 'tracking id'])).toEqual(['Isi Laporan', 'Tanggal Laporan']);
  });
});
