import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCityHere } from './open-city-here.ts';

const INSTITUTIONS = `
default: { id: 151345, ours: true }
DPUPR: { id: 151345, ours: true, aliases: [Dinas PU] }
PLN: { id: 151302, ours: false }
Provinsi: { id: 12838, ours: false }
rules:
  - { to: Provinsi, opd: [DPUPR], keywords: [jalan provinsi] }
  - { to: PLN, keywords: [listrik padam] }
`;

async function openRoutedCity() {
  const city = await openCityHere();
  writeFileSync(join(city.folder, 'institutions.yaml'), INSTITUTIONS);
  city.change((yaml) => yaml.replace(/institutions: .*/, 'institutions: institutions.yaml'));
  return city;
}

it('tells by which rule a report went where, and why not by those before it', async () => {
  const city = await openRoutedCity();
  const id = String(city.local.world.fileReport({ judul: 'Listrik padam', isi: 'Gelap sejak magrib.' }).id);
  await city.run(['run', '--once']);
  const number = city.numberOf(id);

  const { code, out } = await city.run(['route', id]);
  const { out: json } = await city.run(['route', number ?? '', '--json']);

  const explained = await city.run(['explain', id]);

  expect(explained.out).toContain('Dirutekan ke instansi LAPOR! 151302 (Perusahaan Listrik Kepulauan)');
  expect(explained.out).toContain('→ 151302 (Perusahaan Listrik Kepulauan)');
  expect(code).toBe(0);
  expect(out).toContain(`Laporan ${id}, nomor LAPOR! ${number}`);
  expect(out).toMatch(/^aturan 1 → Provinsi +tidak cocok: OPD$/m);
  expect(out).toMatch(/^aturan 2 → PLN +COCOK$/m);
  expect(out).toMatch(/^default +\(tidak ditanya lagi\)$/m);
  expect(out).toContain('Tujuan: instansi LAPOR! 151302 (Perusahaan Listrik Kepulauan), bukan wewenang kota.');
  expect(out).toContain('lalu diteruskan ke instansi itu sebagai bukan wewenang');
  expect(out).toContain(`dengan nomor ${number}; waktu itu dirutekan ke 151302`);
  expect(JSON.parse(json)).toEqual({
    localId: id,
    nationalId: number,
    institution: { id: '151302', line: 'PLN', ours: false, name: 'Perusahaan Listrik Kepulauan' },
    by: 'rule',
    rule: 2,
    action: 'file-then-pass-on',
    passedOver: [{ by: 'rule', rule: 1, to: 'Provinsi', unmet: 'opd' }],
    filed: { institution: '151302', by: 'rule', rule: 2 },
  });
  expect(city.national.world.complaint(number ?? '')?.disposition?.id).toBe(151302);
});

it('passes a report on where its OPD was named after it was filed, once', async () => {
  const city = await openRoutedCity();
  const { id } = city.local.world.fileReport({ judul: 'Rusak', isi: 'Jalan provinsi berlubang.' });
  await city.run(['run', '--once']);
  city.local.world.edit(id, { opd: 'Dinas PU' });

  for (let again = 0; again < 3; again += 1) await city.run(['run', '--once']);

  const rejects = city.national.world.effects.filter(({ kind }) => kind === 'reject');
  expect(rejects.map(({ detail }) => detail)).toEqual(['12838']);
});

it('tells of a report that is not filed yet, and of one that was born at LAPOR!', async () => {
  const city = await openRoutedCity();
  city.change((yaml) => yaml.replace('policy: {', 'policy: { since: 2030-01-01,'));
  const { id } = city.local.world.fileReport({
    judul: 'Rusak',
    isi: 'Jalan berlubang.',
    opd: 'dinas pu',
    kategori: 'Jalan',
  });
  const byHand = city.local.world.fileReport({ judul: 'Lama', isi: 'Dicatat petugas.', lapor_id: 9165800 });
  await city.run(['run', '--once']);

  const { out } = await city.run(['route', String(id)]);
  const linked = await city.run(['route', String(byHand.id)]);

  expect(out).toContain('OPD: dinas pu; kategori: Jalan; kecamatan: -; kelurahan: -');
  expect(out).toMatch(/^aturan 2 → PLN +tidak cocok: OPD sudah ditentukan petugas/m);
  expect(out).toMatch(/^baris DPUPR +COCOK$/m);
  expect(out).toContain('Dicatat di LAPOR! langsung pada instansi itu.');
  expect(out).not.toContain('Sudah');
  expect(linked.out).toContain('Sudah bernomor LAPOR! 9165800, tidak dicatat oleh jembatan ini');
  expect(await city.run(['route', '999'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('999') });
});

it('routes what is typed, without a ledger', async () => {
  const city = await openRoutedCity();

  const { code, out } = await city.run(['route', '--text', 'LISTRIK  padam', '--district', 'Utara']);
  const { out: json } = await city.run(['route', '--opd', 'Dinas X', '--json']);

  expect(code).toBe(0);
  expect(out).toContain('Bukan laporan');
  expect(out).toMatch(/^aturan 2 → PLN +COCOK$/m);
  expect(JSON.parse(json)).toMatchObject({
    localId: null,
    institution: { id: '151345', line: null, ours: true },
    by: 'default',
    passedOver: [{ unmet: 'opd' }, { unmet: 'keywords' }, { by: 'opd', rule: null, to: null, unmet: 'opd' }],
  });
});
