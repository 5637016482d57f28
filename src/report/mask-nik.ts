import { DIGIT_GAP } from './digit-gap.ts';
import { foldText } from './fold-text.ts';
import { numberPattern } from './number-pattern.ts';
import { isOrdinaryNumbers } from './ordinary-numbers.ts';
import { replaceFolded } from './replace-folded.ts';

const MASK = '[NIK disamarkan]';

/** What editors put around part of a line; cells and items are numbers of their own, and attributes may hold words. */
const TAG = '</?(?:b|strong|i|em|u|s|span|font|mark|small|big|sub|sup|code|tt|wbr) ?/?>';
const TAGS = new RegExp(TAG, 'g');

/** A NIK (resident) and a KK (family card) number have 16 digits; a longer run may hold one. */
const WHOLE = String.raw`\d{16,}`;
const GROUPED = String.raw`\d(?:(?:[ ./_-]|[ ./_-]?(?:${TAG}){1,4}[ ./_-]?)?\d){15,}`;

/**
 * The digits of a NIK or KK number: an area, a day (41 to 71 for women), a month, a year, a serial number. Wider gaps than
 * those of `GROUPED` also stand between numbers of their own, so only this shape is taken for one.
 */
const DAY = `(?:[04]${DIGIT_GAP}[1-9]|[1256]${DIGIT_GAP}\\d|[37]${DIGIT_GAP}[01])`;
const MONTH = `(?:0${DIGIT_GAP}[1-9]|1${DIGIT_GAP}[0-2])`;
const AREA = [String.raw`(?<!\d)[1-9]`, ...Array<string>(5).fill(String.raw`\d`)];
const YEAR_AND_SERIAL = [...Array<string>(5).fill(String.raw`\d`), String.raw`\d(?!\d)`];
const SCATTERED = [...AREA, DAY, MONTH, ...YEAR_AND_SERIAL].join(DIGIT_GAP);

/** 16 signs of folded text: digits, and the letters that look like a zero or a one. */
const LETTERED = /(?<![\doli])[\doli](?:[ ./_-]?[\doli]){15}(?![\doli])/g;
const FEWEST_DIGITS_AMONG_LETTERS = 8;
const NIK_SHAPE = new RegExp(`^${SCATTERED}$`);

/** Degrees within Indonesia with many decimals; without a comma between the two, a minus tells them from grouped digits. */
const LATITUDE = String.raw`(?:1[01]|\d)\.\d{4,17}`;
const LONGITUDE = String.raw`(?:9[5-9]|1[0-3]\d|14[01])\.\d{4,17}`;
const COORDINATES = String.raw`(?<![\d.])(?:-?${LATITUDE} ?[,;] ?|-${LATITUDE} )${LONGITUDE}(?!\d)`;

const WHOLE_OR_COORDINATES = new RegExp(`${COORDINATES}|${WHOLE}`, 'g');
const GROUPED_OR_COORDINATES = new RegExp(`${COORDINATES}|${GROUPED}|${SCATTERED}`, 'g');
const ONLY_COORDINATES = new RegExp(`^${COORDINATES}$`);

/** Shorter ones than this identify nobody, and neither do zeros typed to get past a form; both would match amounts. */
const TELLING = /^(?!(\d)\1*$)\d{8,}$/;

/**
 * Replaces numbers like a NIK or a KK number by `[NIK disamarkan]`: 16 or more digits of any script, raised ones and
 * entities of HTML included, together or grouped by single blanks, dots, dashes, slashes or underscores, with invisible
 * characters or inline tags of HTML between them or not, beside letters or not. Where the digits have the shape of one, also
 * with wider gaps (`990101, 010180, 0001`), and with O, l or I typed for a zero or a one. The `known` numbers are masked in
 * any grouping, even if they are shorter.
 *
 * Dates, amounts, telephone numbers and coordinates stay, also where several of them stand side by side. A run that is not
 * wholly made of those is masked, since a number too much is better than a NIK that leaves the city (UU 27/2022, articles 16
 * and 27). Our own reference may hold a long id, so mask before it is added. Linear in the length of the text.
 */
export function maskNik(text: string, known: readonly string[] = []): string {
  if (!/\p{N}/u.test(text)) return text;
  const digits = digitsOf(text);
  // Patterns cost more than this look: most texts hold neither a known number nor as many digits as any other one has.
  const there = known.map(digitsOf).filter((number) => TELLING.test(number) && digits.includes(number));
  if (there.length === 0 && digits.length < FEWEST_DIGITS_AMONG_LETTERS) return text;
  const withoutKnown = there.reduce((rest, number) => replaceFolded(rest, numberPattern(number), () => MASK), text);
  const withoutLettered = replaceFolded(withoutKnown, LETTERED, maskUnlessWords);
  // Whole numbers first: once they are gone, a telephone number beside one stands alone again.
  const withoutWhole = replaceFolded(withoutLettered, WHOLE_OR_COORDINATES, maskUnlessOrdinary);
  return replaceFolded(withoutWhole, GROUPED_OR_COORDINATES, maskUnlessOrdinary);
}

function maskUnlessOrdinary(match: string): string | null {
  return ONLY_COORDINATES.test(match) || isOrdinaryNumbers(singleSeparators(match)) ? null : MASK;
}

/** A group of letters alone (`oli`, `II`) is a word, and what has letters is a NIK only in the shape of one. */
function maskUnlessWords(match: string): string | null {
  const groups = match.split(/[ ./_-]/);
  const digits = match.replace(/o/g, '0').replace(/[li]/g, '1');
  const isNumber =
    groups.every((group) => /\d/.test(group)) && match.replace(/\D/g, '').length >= FEWEST_DIGITS_AMONG_LETTERS;
  return isNumber && digits !== match && NIK_SHAPE.test(digits) ? maskUnlessOrdinary(digits) : null;
}

/** Dates, times and amounts stand apart by commas and the like too, and times may be written with colons. */
function singleSeparators(run: string): string {
  return run
    .replace(TAGS, ' ')
    .replace(/(?<=\d):(?=\d)/g, '.')
    .replace(/\D{2,}|[^\d ./_-]/g, ' ');
}

function digitsOf(number: string): string {
  return foldText(number).text.match(/\d+/g)?.join('') ?? '';
}
