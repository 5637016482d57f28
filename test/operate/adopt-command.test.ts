import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCityHere } from './open-city-here.ts';

type City = Awaited<ReturnType<typeof openCityHere>>;

const CITIZEN = { title: 'Lampu mati', content: '<p>Sudah seminggu.</p>', institutionId: 151345 } as const;
const HERE = ['run', '--once'];

/** Files a report on LAPOR!'s own site; gives its number. */
function fileThere(
  city: City,
  given: Partial<Parameters<City['national']['world']['fileCitizenReport']>[0]> = {},
): string {
  return String(city.national.world.fileCitizenReport({ ...CITIZEN, ...given }).id);
}

const madeHere = (city: City, id: string) =>
  city.local.world.reports().filter(({ external_ref }) => external_ref?.includes(id));

describe('jembatan adopt', () => {
  it('makes a report known that was born at LAPOR!, once, hidden, with its answers, and takes the OPD’s answer back', async () => {
    const city = await openCityHere();
    await city.run(HERE);
    const id = fileThere(city);
    city.national.world.answer(id, '<p>Sedang diperiksa.</p>');

    const adopted = await city.run(['adopt', id]);
    const again = await city.run(['adopt', id]);
    await city.run(HERE);

    expect(adopted).toMatchObject({ code: 0, out: expect.stringContaining(`${id}: diambil`) });
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('sudah dikenal') });
    const [made, ...more] = madeHere(city, id);
    expect(more).toEqual([]);
    expect(made).toMatchObject({ judul: `Laporan LAPOR! ${id}`, anonim: true, rahasia: true });
    expect(made?.tanggapan.map(({ isi }) => isi)).toEqual(['Sedang diperiksa.']);

    city.local.world.respond(made?.id ?? 0, { isi: 'Sudah menyala.', opd: 'DPUPR' });
    await city.run(HERE);
    const effects = city.effectCount();
    await city.run(HERE);
    expect(city.national.world.complaint(id)?.followUps.at(-1)?.content).toContain('Sudah menyala.');
    expect(city.effectCount()).toBe(effects);
  });

  it('takes the words that a person read there', async () => {
    const city = await openCityHere();
    await city.run(HERE);
    const id = fileThere(city);
    writeFileSync(join(city.folder, 'isi.txt'), 'Lampu di depan sekolah mati.\n');

    await city.run(['adopt', id]);
    const completed = await city.run(['adopt', id, '--text-file', 'isi.txt']);
    await city.run(HERE);

    expect(completed).toMatchObject({ code: 0, out: expect.stringContaining('dilengkapi') });
    expect(madeHere(city, id).map(({ isi }) => isi)).toEqual([expect.stringContaining('Lampu di depan sekolah mati.')]);
  });

  it('recognises a report of ours that may have arrived', async () => {
    const lost = { side: 'national', operation: 'create', kind: 'lost-answer' } as const;
    const city = await openCityHere({ reports: 1, faults: [lost] });
    await city.run(HERE);
    const id = String(city.national.world.complaints()[0]?.id);

    const refused = await city.run(['adopt', id]);
    writeFileSync(join(city.folder, 'isi.txt'), city.national.world.complaint(id)?.content ?? '');
    const named = await city.run(['adopt', id, '--text-file', 'isi.txt']);

    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('mungkin laporan daerah') });
    expect(named).toMatchObject({ code: 1, out: expect.stringMatching(/jembatan resolve \d+ --tracking/) });
    expect(madeHere(city, id)).toEqual([]);
  });

  it('says what it cannot adopt', async () => {
    const city = await openCityHere();
    await city.run(HERE);
    const elsewhere = fileThere(city, { institutionId: 12838 });

    expect(await city.run(['adopt', elsewhere])).toMatchObject({
      code: 1,
      out: expect.stringContaining('bukan instansi'),
    });
    expect(await city.run(['adopt', '4711'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('tidak mengenal'),
    });
    expect(await city.run(['adopt', elsewhere, '--text-file', 'tidak-ada.txt'])).toMatchObject({ code: 2 });
    await city.national.stop();
    expect(await city.run(['adopt', elsewhere])).toMatchObject({ code: 4 });
    expect((await city.run(['adopt', 'x1'])).code).toBe(2);
  });
});
