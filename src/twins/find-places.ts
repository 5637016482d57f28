import { STOP_WORDS } from './stop-words.ts';

/** Words behind which a place's own name stands; a number or a letter alone counts as one, too. */
const MARKERS = new Set(
  'jalan gang perumahan kompleks kampung desa dusun kelurahan kecamatan lingkungan blok rt rw nomor km pasar masjid mushola sdn smpn sman puskesmas'.split(
    ' ',
  ),
);
const NUMBERED = new Set(['rt', 'rw', 'nomor', 'km', 'blok']);
/** What follows a marker and names nothing. */
const NO_NAME = new Set(
  'rusak parah lubang berlubang berlobang umum raya utama baru lama lingkungan besar kecil hancur macet banjir becek provinsi nasional kota dekat depan belakang sebelah tidak tembus tol kaki poros warga tersebut hp telepon wa nik'.split(
    ' ',
  ),
);

/** The names of places in a row of words, by what they are a name of. */
export function findPlaces(words: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const [index, marker] of words.entries()) {
    if (!MARKERS.has(marker)) continue;
    const name = nameBehind(words, index, NUMBERED.has(marker));
    if (name !== null) places.set(marker, (places.get(marker) ?? new Set()).add(name));
  }
  return places;
}

function nameBehind(words: readonly string[], index: number, isNumbered: boolean): string | null {
  const next = words[index + 1];
  if (next === undefined) return null;
  if (isNumbered) return /^(?:\d{1,4}|[a-z]\d?)$/.test(next) ? next : null;
  // `jalan raya serang`: what stands behind it names it.
  const name = next === 'raya' ? words[index + 2] : next;
  return name === undefined || name.length < 3 || NO_NAME.has(name) || STOP_WORDS.has(name) || MARKERS.has(name)
    ? null
    : name;
}
