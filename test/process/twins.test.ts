import { describe, expect, it } from 'vitest';
import { localInputOf } from '../../src/simulate/local-input-of.ts';
import { randomReport } from '../../src/simulate/random-report.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { openCity } from './city.ts';

const MATTER = {
  judul: 'Lampu PJU mati',
  isi: 'Lampu PJU di Jl. Seroja RT 03 RW 05 depan masjid Al Ikhlas mati sudah dua minggu, gelap dan rawan begal.',
  anonim: false,
  rahasia: false,
  tanggal_kejadian: '2026-06-25',
  opd: 'DPUPR',
  lampiran: [],
};

describe('a report that staff keyed into LAPOR! by hand while the bridge was down', () => {
  it('is linked by the first round after it, counted once on both sides, and shown by `twins`', async () => {
    const city = await openCity({ list: true });
    const input = { ...localInputOf(randomReport(0, seededRandom(7))), ...MATTER };
    const report = city.local.world.fileReport(input);
    const typed = city.national.world.fileCitizenReport({
      title: 'LAMPU PJU MATI',
      content:
        '<p>Yth. Admin, lampu PJU di jln Seroja RT 3 RW 5 depan masjid Al-Ikhlas mati sdh 2 minggu, gelap dan rawan begal</p>',
      institutionId: 151345,
      dateOfIncident: MATTER.tanggal_kejadian,
      reporter: { name: 'Rahmat Hidayat', email: null, phone: report.pelapor?.telepon ?? null },
      anonymous: false,
      secret: false,
    });

    const round = await city.run('run', '--once', '--json');
    const twins = await city.run('twins', '--json');

    expect(JSON.parse(round.out)).toMatchObject({ forward: { reports: 0 }, mirror: { reports: 0 }, attention: [] });
    expect(city.national.world.complaints().map(({ id }) => id)).toEqual([typed.id]);
    expect(city.local.world.reports().map(({ id, lapor_id }) => [id, lapor_id])).toEqual([
      [report.id, String(typed.id)],
    ]);
    expect(JSON.parse(twins.out)).toMatchObject([
      { state: 'linked', local: { id: String(report.id) }, national: { id: String(typed.id) } },
    ]);

    const other = await city.run('unlink', String(typed.id));
    const parked = await city.run('parked', '--json');
    expect([other.code, JSON.parse(parked.out)]).toMatchObject([0, [{ reason: 'unlinked' }]]);
  }, 60_000);
});
