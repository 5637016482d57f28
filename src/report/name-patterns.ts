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
const BETWEEN = String.raw`[^\p{L}\p{N}]{0,5}`;

/**
 * The patterns (global, for folded text) that find a person's name: the whole name whatever stands between its words,
 * with all but the last or all but the first word cut to initials or not, and each word of three letters or more by itself or
 * grown together with others of them, as in the name of a file or an account.
 */
export function namePatterns(name: string): readonly RegExp[] {
  const words = (foldText(name).text.match(/\p{L}+/gu) ?? []).filter((word) => word.length > 1 && !TITLES.has(word));
  const telling = words.filter((word) => word.length >= FEWEST_LETTERS).sort((a, b) => b.length - a.length);
  const grown = telling.length === 0 ? [] : [`(?:${telling.join('|')}){1,${MOST_GROWN_TOGETHER}}`];
  return [wholeNames(words), grown]
    .filter((spellings) => spellings.length > 0)
    .map((spellings) => new RegExp(String.raw`(?<!\p{L})(?:${spellings.join('|')})(?!\p{L})`, 'gu'));
}

function wholeNames(words: readonly string[]): readonly string[] {
  const [first = '', ...others] = words;
  const last = others.at(-1);
  if (last === undefined) return [];
  const given = words.slice(0, -1);
  return [
    words.join(BETWEEN),
    ...(last.length >= FEWEST_LETTERS ? [[...given.map(wordOrInitial), last].join(BETWEEN)] : []),
    ...(first.length >= FEWEST_LETTERS ? [[first, ...others.map(wordOrInitial)].join(BETWEEN)] : []),
  ];
}

function wordOrInitial(word: string): string {
  return `(?:${word}|${[...word][0]})`;
}
