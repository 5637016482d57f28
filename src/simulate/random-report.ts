import { jpg, type Lampiran, png } from './made-up-city/lampiran.ts';
import { kelurahanNames, type Lokasi, place } from './made-up-city/lokasi.ts';
import type { MadeUpReport } from './made-up-city/made-up-report.ts';
import { type Matter, matters } from './made-up-city/matters.ts';
import type { Opd } from './made-up-city/opd.ts';
import { type Pelapor, person } from './made-up-city/pelapor.ts';
import { answer, note, reply, type Tanggapan } from './made-up-city/tanggapan.ts';
import { words } from './made-up-city/words.ts';
import { pick } from './pick.ts';

type Random = () => number;

// Numbers below are the written reports' own people.
const FIRST_NUMBER = 1000;
const NUMBERS = 9000;

/**
 * An endless supply for load and benches: the same index and the same numbers (each in [0, 1)) give the same report.
 * After 9000 reports telephone numbers come round again. None carries a `lapor_id`.
 */
export function randomReport(index: number, random: Random): MadeUpReport {
  const matter = pick(matters, random);
  const lokasi = randomPlace(random);
  const pelapor = randomPerson(index, random);
  const anonim = random() < 0.18;
  const rahasia = random() < 0.08;
  return {
    judul: random() < 0.02 ? '' : `${matter.judul} di ${lokasi.kelurahan}`,
    isi: randomText(matter, { lokasi, pelapor, anonim }, random),
    jenis: matter.jenis ?? 'pengaduan',
    kategori: matter.kategori,
    tingkat: matter.tingkat ?? 'sedang',
    opd: matter.opd,
    tanggal_kejadian: random() < 0.1 ? null : `2026-06-${20 + Math.floor(random() * 10)}`,
    lokasi,
    pelapor,
    anonim,
    rahasia,
    lampiran: randomFiles(index, random),
    tanggapan: randomResponses(matter.opd, random),
    dayFiled: Math.floor(random() * 7),
    minuteFiled: Math.floor(random() * 1440),
  };
}

function randomPlace(random: Random): Lokasi {
  const house = 1 + Math.floor(random() * 300);
  const alamat = `${pick(words.streets, random)} No. ${house}, ${pick(words.landmarks, random)}`;
  return place(alamat, pick(kelurahanNames, random));
}

function randomPerson(index: number, random: Random): Pelapor {
  const number = FIRST_NUMBER + (index % NUMBERS);
  const nama = `${pick(words.givenNames, random)} ${pick(words.familyNames, random)}`;
  const resident = person(nama, number);
  // Names repeat, mailboxes must not.
  return { ...resident, email: `${nama.toLowerCase().replace(' ', '.')}.${number}@contoh.id` };
}

interface Setting {
  readonly lokasi: Lokasi;
  readonly pelapor: Pelapor;
  readonly anonim: boolean;
}

function randomText(matter: Matter, setting: Setting, random: Random): string {
  const { lokasi, pelapor, anonim } = setting;
  const told = [
    pick(words.openers, random),
    matter.isi,
    `Lokasi di ${lokasi.alamat}, ${lokasi.kelurahan}.`,
    matter.jenis === undefined ? pick(words.since, random) : '',
    pick(words.closers, random),
  ];
  const text = pick(HANDS, random)(told.filter((part) => part !== '').join(' '));
  const traces = [
    anonim && random() < 0.5 ? `Kontak saya ${pelapor.nama}, ${pelapor.telepon}.` : '',
    random() < 0.04 ? `NIK saya ${pelapor.nik}.` : '',
  ];
  return [text, ...traces].filter((part) => part !== '').join(' ');
}

/** How people type: with care, in haste, on a phone without capitals, or shouting. */
const HANDS: readonly ((text: string) => string)[] = [
  (text) => text,
  abbreviate,
  (text) => abbreviate(text).toLowerCase(),
  (text) => text.toUpperCase(),
];

function abbreviate(text: string): string {
  return text
    .replace(/\byang\b/g, 'yg')
    .replace(/\btidak\b/g, 'tdk')
    .replace(/\b([Ss])udah\b/g, '$1dh')
    .replace(/\buntuk\b/g, 'utk')
    .replace(/\bterima kasih\b/g, 'tks');
}

function randomFiles(index: number, random: Random): readonly Lampiran[] {
  const count = Math.max(0, Math.floor(random() * 6) - 2);
  return Array.from({ length: count }, (_, number) =>
    random() < 0.8 ? jpg(`IMG_${index}_${number + 1}.jpg`) : png(`layar_${index}_${number + 1}.png`),
  );
}

function randomResponses(opd: Opd, random: Random): readonly Tanggapan[] {
  const responses: Tanggapan[] = [];
  if (random() < 0.4) responses.push(answer(1 + Math.floor(random() * 8) / 4, opd, pick(words.answers, random)));
  if (random() < 0.06)
    responses.push(note(2, opd, 'Catatan internal: mohon koordinasi dengan kelurahan sebelum dijawab.'));
  if (random() < 0.06) responses.push(reply(3, 'Belum ada perubahan sampai hari ini.'));
  return responses;
}
