import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { citizenReports } from '../../../src/simulate/made-up-city/citizen-reports.ts';
import type { MadeUpReport } from '../../../src/simulate/made-up-city/made-up-report.ts';
import { madeUpReports } from '../../../src/simulate/made-up-city/made-up-reports.ts';
import { randomReport } from '../../../src/simulate/random-report.ts';
import { seededRandom } from '../../../src/simulate/seeded-random.ts';

const city = madeUpReports();
const nation = citizenReports();
const endless = Array.from({ length: 2000 }, (_, index) => randomReport(index, seededRandom(index)));
const every = { city, nation, endless };

const OWN = [
  'DPUPR',
  'Dinas Lingkungan Hidup',
  'Dinas Perhubungan',
  'Dinas Kesehatan',
  'Dinas Pendidikan',
  'Disdukcapil',
  'Satpol PP',
  'Dinas Perkim',
  'Dinas Sosial',
  'DPMPTSP',
  'Bapenda',
  'BPBD',
  'Diskominfo',
  'Dinas Koperasi dan UKM',
];
const FOREIGN = ['PLN', 'BPJS Kesehatan', 'Pemerintah Provinsi', 'PDAM', 'Polres', 'Kantor Pertanahan', 'Telkom'];

describe('madeUpReports()', () => {
  it('holds at least 72 reports of all kinds and weights', () => {
    expect(city.length).toBeGreaterThanOrEqual(72);
    expect(kinds(city, (report) => report.jenis)).toEqual(['aspirasi', 'pengaduan', 'permintaan_informasi']);
    expect(kinds(city, (report) => report.tingkat)).toEqual(['berat', 'ringan', 'sedang']);
  });

  it('writes to every department and to every body outside the city', () => {
    const named = new Set<string | null>(city.map((report) => report.opd));
    expect([...OWN, ...FOREIGN].filter((opd) => !named.has(opd))).toEqual([]);
  });

  it('never says the same thing twice', () => {
    const texts = [...city, ...nation].map((report) => report.isi);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each<[string, number, (report: MadeUpReport) => boolean]>([
    ['anonymous', 8, ({ anonim, rahasia }) => anonim && !rahasia],
    ['secret', 4, ({ anonim, rahasia }) => rahasia && !anonim],
    ['both', 4, ({ anonim, rahasia }) => anonim && rahasia],
    [
      'anonymous with the own name, number or mailbox in the text',
      8,
      (report) => report.anonim && betraysReporter(report),
    ],
    ['with a NIK in the text', 5, ({ isi }) => sixteenDigits(isi).length > 0],
    ['with a JPEG', 15, ({ lampiran }) => lampiran.some(({ photo }) => photo === 'jpg-with-exif')],
    ['with a PNG', 5, ({ lampiran }) => lampiran.some(({ photo }) => photo === 'png')],
    ['with a PDF', 4, ({ lampiran }) => lampiran.some(({ photo }) => photo === 'pdf')],
    ['with a file that lies about its type', 1, ({ lampiran }) => lampiran.some(claimsOtherType)],
    ['with a scan of an identity card', 1, ({ lampiran }) => lampiran.some(({ nama }) => /scan ktp/i.test(nama))],
    ['with more than five files', 1, ({ lampiran }) => lampiran.length > 5],
    ['with several answers', 5, ({ tanggapan }) => tanggapan.length > 1],
    ['with an internal note', 5, ({ tanggapan }) => tanggapan.some(({ internal }) => internal)],
    ['with an answer longer than LAPOR! takes', 1, ({ tanggapan }) => tanggapan.some(({ isi }) => isi.length > 1000)],
    [
      'with the same answer twice',
      1,
      ({ tanggapan }) => new Set(tanggapan.map(({ isi }) => isi)).size < tanggapan.length,
    ],
    ['with the reporter’s reply', 4, ({ tanggapan }) => tanggapan.some(({ penulis }) => penulis === 'pelapor')],
    ['of several paragraphs', 5, ({ isi }) => isi.includes('\n\n')],
    ['without a date', 1, ({ tanggal_kejadian }) => tanggal_kejadian === null],
    ['without a position', 5, ({ lokasi }) => lokasi.lat === null && lokasi.lng === null],
    ['without a department', 1, ({ opd }) => opd === null],
  ])('holds reports %s', (_kind, least, holds) => {
    expect(city.filter(holds).length).toBeGreaterThanOrEqual(least);
  });

  it('holds one report without a title and one that the nation already has', () => {
    expect(city.filter(({ judul }) => judul === '')).toHaveLength(1);
    expect(city.map(({ lapor_id }) => lapor_id).filter((id) => id !== undefined)).toEqual(['9100417']);
  });

  it('uses the shipped categories for most reports, and unknown ones for a few', () => {
    const known = new Set(Object.keys(parse(readFileSync('config/categories.yaml', 'utf8'))).map(fold));
    const unknown = city.filter(({ kategori }) => !known.has(fold(kategori))).length;
    expect(unknown).toBeGreaterThanOrEqual(4);
    expect(unknown).toBeLessThanOrEqual(city.length / 6);
  });

  it('comes in the order of filing', () => {
    const minutes = city.map(({ dayFiled, minuteFiled }) => dayFiled * 1440 + minuteFiled);
    expect(minutes).toEqual(minutes.toSorted((one, other) => one - other));
  });
});

describe('citizenReports()', () => {
  it('holds eight reports, some private, some in HTML', () => {
    expect(nation).toHaveLength(8);
    expect(nation.filter(({ anonim }) => anonim)).toHaveLength(2);
    expect(nation.filter(({ isi }) => isi.startsWith('<p>')).length).toBeGreaterThan(4);
  });
});

describe.each(Object.entries(every))('the people and places of %s', (_name, reports) => {
  it('gives every NIK and every other number of 16 digits the prefix 99', () => {
    const numbers = reports.flatMap((report) => sixteenDigits(JSON.stringify(report)));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter((number) => !number.startsWith('99'))).toEqual([]);
  });

  it('keeps to the reserved telephone numbers and mail domains', () => {
    const text = JSON.stringify(reports);
    const phones = Array.from(text.matchAll(/(?<!\d)(?:\+?62|0)[\s.-]?8(?:[\s.-]?\d){7,}/g), ([phone]) => phone);
    expect(phones.length).toBeGreaterThan(0);
    expect(phones.filter((phone) => !/^08(?:00|12)0000\d{4}$/.test(plainPhone(phone)))).toEqual([]);
    const domains = Array.from(text.matchAll(/@([\w.-]*\w)/g), ([, domain]) => domain);
    expect(domains.filter((domain) => domain !== 'contoh.id' && domain !== 'example.org')).toEqual([]);
  });

  it('keeps every position at sea, every date valid and every time in the week', () => {
    expect(reports.filter((report) => !isAtSea(report))).toEqual([]);
    expect(reports.filter((report) => !isInTheWeek(report))).toEqual([]);
  });
});

function kinds(reports: readonly MadeUpReport[], kind: (report: MadeUpReport) => string): readonly string[] {
  return [...new Set(reports.map(kind))].toSorted();
}

function fold(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Numbers of 16 digits, with or without separators, as people type a NIK. */
function sixteenDigits(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/g), ([number]) => number.replace(/\D/g, ''));
}

function plainPhone(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^62/, '0');
}

function betraysReporter({ isi, pelapor }: MadeUpReport): boolean {
  const text = isi.toLowerCase();
  const traces = [pelapor.nama, pelapor.nama.split(' ')[0], pelapor.email].map((trace) => trace?.toLowerCase() ?? '\0');
  const phone = pelapor.telepon === null ? '\0' : plainPhone(pelapor.telepon);
  return traces.some((trace) => text.includes(trace)) || plainPhone(text).includes(phone);
}

function claimsOtherType({ mime, photo }: MadeUpReport['lampiran'][number]): boolean {
  return mime !== { 'jpg-with-exif': 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }[photo];
}

function isAtSea({ lokasi: { lat, lng } }: MadeUpReport): boolean {
  if (lat === null || lng === null) return lat === lng;
  return lat > -5.95 && lat < -5.8 && lng > 107.95 && lng < 108.1;
}

function isInTheWeek({ dayFiled, minuteFiled, tanggal_kejadian }: MadeUpReport): boolean {
  const inWeek = [0, 1, 2, 3, 4, 5, 6].includes(dayFiled) && minuteFiled >= 0 && minuteFiled < 1440;
  const lastDay = dayFiled < 2 ? `2026-06-${29 + dayFiled}` : `2026-07-0${dayFiled - 1}`;
  const happened = tanggal_kejadian ?? lastDay;
  return inWeek && Number.isInteger(minuteFiled) && DateTime.fromISO(happened).isValid && happened <= lastDay;
}
