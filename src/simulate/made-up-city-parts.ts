import type { Lampiran, Lokasi, Opd, Pelapor, Tanggapan } from './made-up-report.ts';

// Kota Tirtamulya lies in the Java Sea, so that no coordinate points at a real house.
const CENTRE = { lat: -5.9, lng: 108.0 };

const KECAMATAN = {
  'Tirta Wetan': ['Alun Tirta', 'Sendangmulya', 'Kebon Ratna', 'Pelangi Jaya'],
  'Tirta Kulon': ['Gerbangsari', 'Cempakaraja', 'Tegalwulan', 'Lodanwangi'],
  Ranuasri: ['Ranuharja', 'Teluk Asri', 'Bojongpermai', 'Danaubiru'],
  Banyulangit: ['Langitsari', 'Banyuputra', 'Kalipandan', 'Pandanratri'],
  Wanakerti: ['Wanajaya Lor', 'Wanajaya Kidul', 'Jatirindu', 'Kertipura'],
  Ujungpelita: ['Pelita Baru', 'Muarakasih', 'Tanjungmega', 'Nelayan Makmur'],
} as const;

type Kelurahan = (typeof KECAMATAN)[keyof typeof KECAMATAN][number];

/** Every kelurahan of the city. */
export const kelurahanNames: readonly Kelurahan[] = Object.values(KECAMATAN).flat();

/** A place in the city: the address as typed, the kelurahan's kecamatan, and coordinates (WGS 84) near its middle. */
export function place(alamat: string, kelurahan: Kelurahan): Lokasi {
  for (const [row, [kecamatan, members]] of Object.entries(KECAMATAN).entries()) {
    const column = (members as readonly string[]).indexOf(kelurahan);
    if (column < 0) continue;
    const lat = CENTRE.lat + row * 0.012 + (alamat.length % 9) * 0.0007;
    const lng = CENTRE.lng + column * 0.014 + (alamat.length % 7) * 0.0009;
    return { alamat, kecamatan, kelurahan, lat: round(lat), lng: round(lng) };
  }
  throw new RangeError(`no kelurahan ${kelurahan}`);
}

/** A place whose reporter did not share the phone's position. */
export function placeWithoutGps(alamat: string, kelurahan: Kelurahan): Lokasi {
  return { ...place(alamat, kelurahan), lat: null, lng: null };
}

/**
 * A made-up resident. The number (1 to 9999) is theirs alone and shows in the telephone number of a reserved-looking
 * range and in the NIK, which begins with 99, a province code that does not exist.
 */
export function person(nama: string, number: number): Pelapor {
  const mailbox = nama.toLowerCase().replace(/[^a-z]+/g, '.');
  const kecamatan = digits(1 + (number % 6), 2);
  const born = digits(1 + (number % 28), 2) + digits(1 + (number % 12), 2) + digits((60 + (number % 45)) % 100, 2);
  return {
    nama,
    email: `${mailbox}@${number % 3 === 0 ? 'example.org' : 'contoh.id'}`,
    telepon: `${number % 5 === 0 ? '0800' : '0812'}-0000-${digits(number, 4)}`,
    nik: `9971${kecamatan}${born}${digits(number, 4)}`,
  };
}

export function jpg(nama: string): Lampiran {
  return { nama, mime: 'image/jpeg', photo: 'jpg-with-exif' };
}

export function png(nama: string): Lampiran {
  return { nama, mime: 'image/png', photo: 'png' };
}

export function pdf(nama: string): Lampiran {
  return { nama, mime: 'application/pdf', photo: 'pdf' };
}

/** A department's public answer, one paragraph or several. */
export function answer(afterDays: number, opd: Opd, ...paragraphs: readonly string[]): Tanggapan {
  return { isi: paragraphs.join('\n\n'), penulis: 'opd', opd, internal: false, afterDays };
}

/** A note between departments, which never leaves the city. */
export function note(afterDays: number, opd: Opd, isi: string): Tanggapan {
  return { isi, penulis: 'opd', opd, internal: true, afterDays };
}

/** What the reporter wrote back. */
export function reply(afterDays: number, isi: string): Tanggapan {
  return { isi, penulis: 'pelapor', opd: null, internal: false, afterDays };
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
