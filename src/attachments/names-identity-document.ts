/** KTP: identity card, KK: family card, NIK: the number on both. */
const IDENTITY_DOCUMENT =
  /(?<!\p{L})(?:e?ktp|kk|nik|kartu[^\p{L}]*tanda[^\p{L}]*penduduk|kartu[^\p{L}]*keluarga)(?!\p{L})/u;

/** Storage names such as a hash or 40 random letters: by chance, one in a thousand has a `kk` between digits. */
const MACHINE_MADE = /[\p{L}\p{N}]{32,}/gu;

/**
 * Whether a file's name says that it is a scan of a KTP or KK. Digits, punctuation and a small letter before a capital one
 * part words, so `fotoKTP_2.jpg` does and `nikmat.jpg` does not.
 */
export function namesIdentityDocument(fileName: string): boolean {
  const words = fileName
    .normalize('NFKC')
    .replace(MACHINE_MADE, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase();
  return IDENTITY_DOCUMENT.test(words);
}
