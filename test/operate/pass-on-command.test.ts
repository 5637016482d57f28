import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCityHere } from './open-city-here.ts';

const CITY = 151345;
const PROVINCE = 12838;
const PLN = 151302;
const INSTITUTIONS = `
default: { id: ${CITY}, ours: true }
DPUPR: { id: 151346, ours: true }
PLN: { id: ${PLN}, ours: false, aliases: [Listrik] }
Provinsi: { id: ${PROVINCE}, ours: false }
rules:
  - { to: PLN, keywords: [listrik] }
  - { to: Provinsi, keywords: [jalan provinsi] }
`;

async function openFiledCity(text: string, opd: string | null = null) {
  const city = await openCityHere();
  writeFileSync(join(city.folder, 'institutions.yaml'), INSTITUTIONS);
  city.change((yaml) =>
    yaml
      .replace(/institutions: .*/, 'institutions: institutions.yaml')
      .replace('national:\n', `national:\n  account: { userId: 77, institutionId: ${CITY}, channel: 13 }\n`),
  );
  const id = String(city.local.world.fileReport({ judul: 'Lapor', isi: text, opd }).id);
  const once = () => city.run(['run', '--once', '--json']);
  await once();
  await once();
  const number = city.numberOf(id);
  if (number === null) throw new Error('it was not filed');
  const rejects = () =>
    city.national.world.effects.filter(({ kind }) => kind === 'reject').map(({ detail }) => Number(detail));
  return { ...city, id, number, once, rejects, report: () => city.local.world.report(id) };
}

it('passes a report given back on to the next that the rules name, once, and then asks a person', async () => {
  const { national, id, number, once, rejects, report, run } = await openFiledCity('Tiang listrik di jalan provinsi.');
  expect(rejects()).toEqual([PLN]);
  national.world.returnAsNotAuthority(number, CITY);
  expect(await once()).toMatchObject({ code: 0 });
  await once();
  expect(rejects()).toEqual([PLN, PROVINCE]);
  national.world.returnAsNotAuthority(number, CITY);

  const { code, out } = await once();

  expect(code).toBe(1);
  expect(JSON.parse(out).attention).toMatchObject([
    {
      localId: id,
      nationalId: number,
      kind: 'alarm',
      reason: 'returned',
      next: expect.stringContaining(`pass-on ${id}`),
    },
  ]);
  for (let again = 0; again < 3; again += 1) await once();
  expect(rejects()).toEqual([PLN, PROVINCE]);
  expect(report()).toMatchObject({ lapor_status: 'Belum Terverifikasi', status: 'menunggu' });
  const { out: told } = await run(['explain', id]);
  expect(told.match(/dikembalikan: bukan wewenang \(/g)).toHaveLength(2);
});

it('ends once LAPOR! verifies it', async () => {
  const { national, number, once } = await openFiledCity('Jalan berlubang.', 'DPUPR');
  national.world.returnAsNotAuthority(number);
  expect((await once()).code).toBe(1);
  national.world.dispose(number, CITY);

  expect((await once()).code).toBe(0);
});

it('is settled by one command, which a person gives by name or by id', async () => {
  const { national, id, number, once, rejects, report, run } = await openFiledCity('Jalan berlubang.', 'DPUPR');
  national.world.setStatus(number, 'Bukan wewenang');
  expect((await once()).code).toBe(1);
  expect(report()).toMatchObject({ lapor_status: 'Bukan wewenang', status: 'menunggu' });

  expect(await run(['pass-on', id, '--to', 'listrik'])).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${PLN}`),
  });
  expect((await once()).code).toBe(0);
  await once();

  expect(rejects()).toEqual([PLN]);
  expect(national.world.complaint(number)?.disposition?.id).toBe(PLN);
  expect(await run(['pass-on', id, '--to', String(PLN)])).toMatchObject({ code: 1, err: expect.stringContaining(id) });
  expect(await run(['pass-on', id, '--to', 'Dinas X'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Dinas X'),
  });
  expect(await run(['pass-on', id, '--to', String(PROVINCE)])).toMatchObject({ code: 0 });
});

it('leaves alone what LAPOR! passed on to another institution itself, and tells of it', async () => {
  const { national, id, number, once, rejects, run } = await openFiledCity('Jalan berlubang.', 'DPUPR');
  national.world.returnAsNotAuthority(number, 151301);

  expect((await once()).code).toBe(0);
  expect(rejects()).toEqual([]);
  expect((await run(['explain', id])).out).toContain('bukan wewenang (Kementerian Jalan dan Jembatan)');
});
