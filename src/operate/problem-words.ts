import type { Locale } from './say.ts';

/**
 * Frequent problems of a configuration as they are told in English, and in Indonesian; `$1` is what a group matched. The
 * English text is the key, as in any catalogue of messages: one that is not here is shown as it is.
 */
const CATALOGUE: readonly (readonly [english: RegExp, indonesian: string])[] = [
  [/^the environment variable (\w+) is not set$/, 'variabel lingkungan $1 belum diisi'],
  [/^is required$/, 'wajib diisi'],
  [/^must not be empty$/, 'tidak boleh kosong'],
  [/^unknown key "(.*)"; did you mean "(.*)"\?$/, 'kunci "$1" tidak dikenal; maksudnya "$2"?'],
  [/^unknown key "(.*)"; known here: (.*)$/, 'kunci "$1" tidak dikenal; yang dikenal di sini: $2'],
  [/^must be one of (.*)$/, 'harus salah satu dari $1'],
  [/^must be at least (.*)$/, 'sedikitnya $1'],
  [/^must be at most (\d+) characters$/, 'paling panjang $1 huruf'],
  [/^must be at most (.*)$/, 'paling banyak $1'],
  [/^must be text \(in quotes if it looks like a number\)$/, 'harus teks (dalam tanda kutip bila mirip angka)'],
  [/^must be a whole number$/, 'harus bilangan bulat'],
  [/^must be true or false$/, 'harus true atau false'],
  [/^must be a list$/, 'harus daftar'],
  [/^must be a section \(key: value\)$/, 'harus bagian (kunci: nilai)'],
  [/^must be a date, YYYY-MM-DD$/, 'harus tanggal, TTTT-BB-HH (misalnya 2026-08-17)'],
  [/^must be a duration such as (.*) or (.*)$/, 'harus lama waktu seperti $1 atau $2'],
  [/^must be an http:\/\/ or https:\/\/ URL$/, 'harus alamat http:// atau https://'],
  [/^can be read by others on this machine: chmod 600$/, 'dapat dibaca pengguna lain di mesin ini: chmod 600'],
  [/^asks for nothing: name one of (.*)$/, 'tidak meminta apa-apa: isi salah satu dari $1'],
  [/^must be the name of a line of this file$/, 'harus nama sebuah baris di berkas ini'],
  [
    /^rule (\d+) is never used: rule (\d+) holds wherever it does$/,
    'aturan $1 tidak pernah terpakai: aturan $2 sudah cocok di mana pun aturan itu cocok',
  ],
  [/^"(.*)" is already a name of "(.*)"$/, '"$1" sudah menjadi nama dari "$2"'],
  [/^cannot be read \((\w+)\)$/, 'tidak dapat dibaca ($1)'],
  [/^line (\d+), column (\d+): this key occurs twice$/, 'baris $1, kolom $2: kunci ini ada dua kali'],
  [
    /^line (\d+), column (\d+): wrong indentation, or a bracket that is not closed$/,
    'baris $1, kolom $2: indentasi salah, atau kurung belum ditutup',
  ],
];

/** What a check of the configuration found, in the reader's language. */
export function problemWords(locale: Locale, message: string): string {
  if (locale === 'en') return message;
  const [english, indonesian = ''] = CATALOGUE.find(([pattern]) => pattern.test(message)) ?? [];
  return english === undefined ? message : message.replace(english, indonesian);
}
