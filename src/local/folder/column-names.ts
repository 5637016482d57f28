import { foldName } from '../../config/fold-name.ts';
import { PLACE, PLAIN, REPORTER, RESPONSE } from '../rest/row-names.ts';

/** What a column may hold: the contract's names of a report, and of an answer that stands beside its report's id. */
export const COLUMN_NAMES: readonly string[] = [
  ...PLAIN,
  'lampiran',
  ...PLACE.map((name) => `lokasi.${name}`),
  ...REPORTER.map((name) => `pelapor.${name}`),
  ...RESPONSE.map((name) => `tanggapan.${name}`),
  'tanggapan.lampiran',
];

/** Headings that Indonesian exports often have, besides our own names. `local.columns` adds others, and wins. */
const USUAL_HEADINGS: Readonly<Record<string, string>> = {
  'id pengaduan': 'id',
  'id laporan': 'id',
  'nomor tiket': 'nomor_tiket',
  'no tiket': 'nomor_tiket',
  'judul laporan': 'judul',
  'isi laporan': 'isi',
  'jenis laporan': 'jenis',
  'tanggal kejadian': 'tanggal_kejadian',
  alamat: 'lokasi.alamat',
  lokasi: 'lokasi.alamat',
  kecamatan: 'lokasi.kecamatan',
  kelurahan: 'lokasi.kelurahan',
  lat: 'lokasi.lat',
  latitude: 'lokasi.lat',
  lng: 'lokasi.lng',
  longitude: 'lokasi.lng',
  nama: 'pelapor.nama',
  pelapor: 'pelapor.nama',
  'nama pelapor': 'pelapor.nama',
  email: 'pelapor.email',
  telepon: 'pelapor.telepon',
  'no hp': 'pelapor.telepon',
  nik: 'pelapor.nik',
  anonim: 'anonim',
  rahasia: 'rahasia',
  foto: 'lampiran',
  'tanggal laporan': 'created_at',
  'tanggal dibuat': 'created_at',
  'tanggal diperbarui': 'updated_at',
  tanggapan: 'tanggapan.isi',
  'isi tanggapan': 'tanggapan.isi',
  'id tanggapan': 'tanggapan.id',
  'tanggal tanggapan': 'tanggapan.dibuat_pada',
  'penulis tanggapan': 'tanggapan.penulis',
};

/** Heading → our name. */
export type Columns = Readonly<Record<string, string>>;

/** Where each of our names lies in a row, by its place; `doubled`: names for which a row of headings has two columns. */
export interface ColumnPlaces {
  readonly places: ReadonlyMap<string, number>;
  readonly doubled: readonly string[];
}

/** Finds our names in a row of headings. Case, blanks and underscores do not count. */
export function columnPlaces(headings: readonly string[], columns: Columns): ColumnPlaces {
  const own = foldedNames(columns);
  const usual = new Map([
    ...foldedNames(USUAL_HEADINGS),
    ...COLUMN_NAMES.map((name) => [foldHeading(name), name] as const),
  ]);
  const places = new Map<string, number>();
  const doubled = new Set<string>();
  for (const known of [own, usual]) {
    const found = new Map<string, number>();
    headings.forEach((heading, place) => {
      const name = known.get(foldHeading(heading));
      // What the configuration names is not looked for under another heading.
      if (name === undefined || (known === usual && (places.has(name) || own.has(foldHeading(heading))))) return;
      if (found.has(name)) doubled.add(name);
      found.set(name, place);
    });
    for (const [name, place] of found) places.set(name, place);
  }
  return { places, doubled: [...doubled] };
}

/** The city's own heading of one of our names; the name itself where the configuration names none. */
export function headingOf(name: string, columns: Columns): string {
  return Object.entries(columns).find(([, own]) => own === name)?.[0] ?? name;
}

function foldedNames(columns: Columns): ReadonlyMap<string, string> {
  return new Map(Object.entries(columns).map(([heading, name]) => [foldHeading(heading), name]));
}

function foldHeading(heading: string): string {
  return foldName(heading.replaceAll('_', ' '));
}
