import { foldText } from './fold-text.ts';

/** Titles, honorifics, academic degrees and links between names: said of many, they identify nobody. */
const TITLES: ReadonlySet<string> = new Set(
  `bapak bpk pak ibu bu saudara saudari sdr sdri tuan tn nyonya ny nona nn mas mbak kang teh
   haji hajah hajjah hj kyai kiai ustad ustadz ustadzah alm almh almarhum almarhumah bin binti
   prof dr dra drs drg drh ir st sh se sp spd spdi spt ssi ssos sip skm skom sked skep skeb sag sth spsi stp str
   ners apt akt amd mm mh mt mp mpd mpdi msi msos mkes mkom mhum mag map mba msc mph phd
   kom sos kep keb ked kes farm hum psi pdi pd ag si km ip ap ab th hi ei sy kn ak gz tr pt tp pi hut sn`.split(/\s+/),
);

/** What a word needs to be searched by itself; one letter alone (`H.`, the `S.` of a degree) is no part of the name at all. */
const FEWEST_LETTERS = 3;
const MOST_GROWN_TOGETHER = 4;

/** Letters and digits; where a folded text has no others these do, and compile twenty times as fast. */
const ANY = { letter: String.raw`\p{L}`, digit: String.raw`\p{N}` } as const;
const ASCII = { letter: 'a-z', digit: '0-9' } as const;

/** What Indonesian hangs onto a word: `Prasetyonya`, `Prasetyo-lah`. Behind a short name it often makes another word. */
const ENDINGS = '(?:ku|mu|nya)?(?:lah|kah|pun)?';
const ENDING_OF_ANY = '(?:nya)?';
const FEWEST_BEFORE_ENDINGS = 4;
/** A word taken apart: `P.r.a.s.e.t.y.o`, `S i t i`, or cut by a hyphen at the end of a line. */
const FEWEST_TAKEN_APART = 4;
const LINE_BREAK = String.raw`(?:-[ \t]*\r?\n[ \t]*)?`;

/**
 * The patterns (global, for folded text) that find a person's name: the whole name whatever stands between its words,
 * with all but the last or all but the first word cut to initials or not, and each word of three letters or more by itself or
 * grown together with others of them, as in the name of a file or an account; with what Indonesian hangs onto a word
 * behind it, which is not part of the match. `ascii`: the text to be searched has no other letters and digits than those of
 * ASCII.
 */
export function namePatterns(name: string, ascii = false): readonly RegExp[] {
  const { letter, digit } = ascii ? ASCII : ANY;
  const words = wordsOf(name);
  const telling = words.filter(isTelling).sort((a, b) => b.length - a.length);
  const long = telling.filter((word) => word.length >= FEWEST_BEFORE_ENDINGS);
  const grown = telling.length === 0 ? [] : [`(?:${telling.join('|')}){1,${MOST_GROWN_TOGETHER}}`];
  const spelled = (spellings: readonly string[], ending: string) =>
    spellings.length === 0
      ? []
      : [new RegExp(`(?<![${letter}])(?:${spellings.join('|')})(?=${ending}(?![${letter}]))`, 'gu')];
  return [
    ...spelled(wholeNames(words, `[^${letter}${digit}]{0,5}`), ENDINGS),
    ...spelled(grown, ENDING_OF_ANY),
    ...spelled(long, ENDINGS),
  ];
}

/** The patterns that find a word of the name whose letters stand apart. */
export function partedNamePatterns(name: string, ascii = false): readonly RegExp[] {
  const { letter, digit } = ascii ? ASCII : ANY;
  const words = partedNameMarks(name);
  if (words.length === 0) return [];
  const spellings = words.flatMap((word) => [[...word].join(`[^${letter}${digit}]{1,3}`), [...word].join(LINE_BREAK)]);
  return [new RegExp(`(?<![${letter}])(?:${spellings.join('|')})(?![${letter}])`, 'gu')];
}

/** Words (folded) that stand whole in the letters of everything that `partedNamePatterns` can find. */
export function partedNameMarks(name: string): readonly string[] {
  return wordsOf(name).filter((word) => word.length >= FEWEST_TAKEN_APART);
}

/** Words (folded) of which one stands whole in everything that the patterns of the name can find. */
export function nameMarks(name: string): readonly string[] {
  const words = wordsOf(name);
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : words;
}

function wordsOf(name: string): readonly string[] {
  return (foldText(name).text.match(/\p{L}+/gu) ?? []).filter((word) => word.length > 1 && !TITLES.has(word));
}

function isTelling(word: string): boolean {
  return word.length >= FEWEST_LETTERS;
}

function wholeNames(words: readonly string[], between: string): readonly string[] {
  const [first = '', ...others] = words;
  const last = others.at(-1);
  if (last === undefined) return [];
  const given = words.slice(0, -1);
  return [
    words.join(between),
    ...(last.length >= FEWEST_LETTERS ? [[...given.map(wordOrInitial), last].join(between)] : []),
    ...(first.length >= FEWEST_LETTERS ? [[first, ...others.map(wordOrInitial)].join(between)] : []),
  ];
}

function wordOrInitial(word: string): string {
  return `(?:${word}|${[...word][0]})`;
}
