import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeXlsx } from '../support/make-xlsx.ts';
import { openCityHere } from './open-city-here.ts';

type City = Awaited<ReturnType<typeof openCityHere>>;

const HEADINGS = [
  ...['Tracking ID', 'Judul', 'Isi Laporan', 'Status', 'Kategori', 'Klasifikasi', 'Instansi', 'Pelapor'],
  ...['Tanggal Laporan', 'Tanggal Kejadian', 'Anonim', 'Rahasia'],
];
const ONCE = ['run', '--once'];
const LOST_CREATE = { side: 'national', operation: 'create', kind: 'lost-answer' } as const;

/** The export that LAPOR!'s admin page would give now, with other rows behind it. */
function exportOf(city: City, more: readonly (readonly string[])[] = []): readonly (readonly string[])[] {
  const rows = city.national.world
    .complaints()
    .map(({ id, title, content, statusName, disposition }) => [
      ...[String(id), title, content, statusName, '-', 'Pengaduan', disposition?.name ?? '', 'Warga'],
      ...['31-12-2030 10:00:00', '-', 'Tidak', 'Tidak'],
    ]);
  return [['Laporan masuk, semester I'], HEADINGS, ...rows, ...more];
}

function writeExport(city: City, rows: readonly (readonly string[])[], name = 'ekspor.xlsx'): string {
  writeFileSync(join(city.folder, name), makeXlsx(rows));
  return name;
}

describe('jembatan import', () => {
  it('says what it would do, then does it: what may have arrived is settled, what nobody knew is made here, once', async () => {
    const city = await openCityHere({ reports: 2, faults: [LOST_CREATE] });
    await city.run(ONCE);
    const born = String(
      city.national.world.fileCitizenReport({ title: 'Lampu mati', content: 'Seminggu.', institutionId: 151345 }).id,
    );
    const file = writeExport(city, exportOf(city, [['x', 'Rusak', 'Isi', '', '', '', '', '', '31-12-2030 10:00:00']]));
    const effects = city.effectCount();

    const planned = await city.run(['import', file]);
    const plannedAgain = await city.run(['import', file, '--json']);
    expect(city.effectCount()).toBe(effects);
    const done = await city.run(['import', file, '--apply', '--json']);
    const again = await city.run(['import', file, '--apply', '--json']);
    await city.run(ONCE);

    const rejected = [{ row: 6, path: 'id', reason: 'bad-id' }];
    expect(planned).toMatchObject({ code: 1, out: expect.stringContaining('Belum ada yang ditulis') });
    expect(planned.out).toContain('baris 6, id: bad-id');
    expect(plannedAgain.out).toBe(done.out);
    expect(JSON.parse(done.out)).toMatchObject({
      rows: 4,
      verdicts: { adopted: [born], settled: [expect.any(String)], known: [expect.any(String)], 'set-apart': [] },
      rejected,
    });
    expect(JSON.parse(again.out)).toMatchObject({
      verdicts: { adopted: [], settled: [], known: expect.objectContaining({ length: 3 }) },
    });
    expect([...city.filings().values()]).toEqual([1, 1]);
    const made = city.local.world.reports().filter(({ external_ref }) => external_ref !== null);
    expect(made).toMatchObject([{ judul: 'Lampu mati', isi: 'Seminggu.' }]);
    expect((await city.run(['status', '--json'])).code).toBe(0);
  });

  it('reads a CSV too, and accounts for rows that are old, elsewhere or told twice', async () => {
    const city = await openCityHere();
    city.change((yaml) => yaml.replace('policy: {', 'policy: { since: 2026-01-01,'));
    await city.run(ONCE);
    const row = (id: string, institution: string, time: string) =>
      [id, 'J', 'Isi.', '', '', '', institution, '', time].join(';');
    const lines = [
      HEADINGS.join(';'),
      row('9000001', '', '31-12-2025 10:00:00'),
      row('9000002', 'BBWS', '01-02-2026 10:00:00'),
      row('9000004', 'Kementerian Entah', '01-02-2026 10:00:00'),
      row('9000003', '', '01-02-2026 10:00:00'),
      row('9000003', '', '01-02-2026 10:00:00'),
    ];
    writeFileSync(join(city.folder, 'ekspor.csv'), `\uFEFF${lines.join('\r\n')}\r\n`);

    const { code, out } = await city.run(['import', 'ekspor.csv', '--json']);

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      rows: 5,
      twice: 1,
      verdicts: { adopted: ['9000003'], older: ['9000001'], elsewhere: ['9000002'], unplaced: ['9000004'], known: [] },
      rejected: [],
    });
  });

  it('says what it cannot use', async () => {
    const city = await openCityHere();
    await city.run(ONCE);
    expect(await city.run(['import', 'tidak-ada.xlsx'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('tidak dapat dibaca'),
    });
    const file = writeExport(city, [['Nomor', 'Isi Laporan']]);
    expect(await city.run(['import', file])).toMatchObject({
      code: 2,
      err: expect.stringContaining('Tracking ID, Tanggal Laporan'),
    });
    await city.national.stop();
    expect((await city.run(['import', file])).code).toBe(4);
  });
});
