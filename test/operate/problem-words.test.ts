import { expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { problemWords } from '../../src/operate/problem-words.ts';

/** What is told of a configuration file, in both languages. */
function told(text: string): readonly (readonly [place: string, id: string, en: string])[] {
  const readFile = (path: string) => {
    if (path.endsWith('jembatan.yaml')) return text;
    throw Object.assign(new Error('none'), { code: 'ENOENT' });
  };
  const loaded = loadConfig({ file: 'jembatan.yaml', env: {}, readFile });
  if (loaded.ok) throw new Error('nothing is wrong with it');
  return loaded.problems.map(({ file, path, message }) => [
    path || file,
    problemWords('id', message),
    problemWords('en', message),
  ]);
}

it.each([
  ['a variable', 'local: { baseUrl: "${X_URL}" }', 'local.baseUrl', 'variabel lingkungan X_URL belum diisi'],
  ['a slip', 'web: { tokn: x }', 'web.tokn', 'kunci "tokn" tidak dikenal; maksudnya "token"?'],
  ['a choice', 'locale: jv', 'locale', 'harus salah satu dari "id", "en"'],
  ['too little', 'web: { port: -1 }', 'web.port', 'sedikitnya 0'],
  ['too much', 'web: { port: 70000 }', 'web.port', 'paling banyak 65535'],
  ['a text', 'web: { token: 7 }', 'web.token', 'harus teks (dalam tanda kutip bila mirip angka)'],
  ['a number', 'web: { port: x }', 'web.port', 'harus bilangan bulat'],
  ['a truth', 'policy: { maskNik: x }', 'policy.maskNik', 'harus true atau false'],
  ['a list', 'notify: x', 'notify', 'harus daftar'],
  ['a section', 'web: x', 'web', 'harus bagian (kunci: nilai)'],
  ['a duration', 'policy: { settle: x }', 'policy.settle', 'harus lama waktu seperti 500ms, 30s, 10m, 2h, 3d atau 5y'],
  ['an address', 'local: { baseUrl: x }', 'local.baseUrl', 'harus alamat http:// atau https://'],
  ['a file', 'maps: { holidays: libur.yaml }', 'libur.yaml', 'tidak dapat dibaca (ENOENT)'],
  ['a key twice', 'site: a\nsite: b\n', 'jembatan.yaml', 'baris 2, kolom 1: kunci ini ada dua kali'],
  ['a bracket', 'web: [', 'jembatan.yaml', expect.stringMatching(/^baris 1, kolom \d+: indentasi salah/)],
])('tells of %s in Indonesian', (_, text, place, words) => {
  const found = told(text).find(([where]) => where === place);

  expect(found).toEqual([place, words, expect.not.stringMatching(/^(harus|kunci|baris)/)]);
  expect(found?.[2]).not.toBe(found?.[1]);
});

it.each([
  'is required',
  'must not be empty',
  'must be at most 9 characters',
  'must be a date, YYYY-MM-DD',
  'asks for nothing: name one of opd, keywords',
  'must be the name of a line of this file',
  'rule 2 is never used: rule 1 holds wherever it does',
  '"Dinas PU" is already a name of "DPUPR"',
])('has words for %j', (message) => {
  expect(problemWords('id', message)).not.toBe(message);
  expect(problemWords('en', message)).toBe(message);
});

it('shows what it has no words for as it is', () => {
  expect(problemWords('id', 'must be a cron expression')).toBe('must be a cron expression');
});
