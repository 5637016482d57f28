import { foldName } from './fold-name.ts';

const KIND = /^(kecamatan|kec\.?|kelurahan|kel\.?|desa|ds\.?)\s/;

/** The key of a kecamatan or kelurahan: with or without the word for what it is, `Kec. Serang` is `Serang`. */
export function foldPlace(text: string): string {
  return foldName(text).replace(KIND, '').trim();
}
