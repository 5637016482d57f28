import { escapePattern } from './escape-pattern.ts';
import { foldText } from './fold-text.ts';
import { maskNik } from './mask-nik.ts';
import { nameMarks, namePatterns, partedNameMarks, partedNamePatterns } from './name-patterns.ts';
import { numberPattern } from './number-pattern.ts';
import { replaceFolded } from './replace-folded.ts';
import type { Reporter } from './report.ts';

interface Rule {
  /** False only for a folded text that no pattern can match: most are never made, since a new one takes a millisecond. */
  readonly mayBeIn: (folded: string) => boolean;
  readonly patterns: (ascii: boolean) => readonly RegExp[];
  readonly mask: string;
}

const EMAIL_MASK = '[email disamarkan]';
const PHONE_MASK = '[telepon disamarkan]';
const NAME_MASK = '[nama disamarkan]';

/** The two signs of an address that links and HTML write in another way. */
const AT = '(?:@|%40|&commat;)';
const DOT = String.raw`(?:\.|%2e|&period;)`;

/** Letters and digits that are not ASCII; in folded text few are left. */
const OTHER_LETTERS = /(?!\p{ASCII})[\p{L}\p{N}]/u;

const FEWEST_LOCAL_PART_SIGNS = 4;
const FEWEST_PHONE_DIGITS = 7;
const COUNTRY_CODE = '62';

/**
 * Takes the identity of an anonymous reporter out of a text: name, e-mail address, telephone number and NIK, in the
 * spellings people use (case, diacritics, grouping, +62, initials with the surname, %40). Any other NIK-like number goes too.
 * Masking twice changes nothing.
 */
export function maskIdentity(text: string, reporter: Reporter): string {
  const rules = rulesOf(reporter);
  const known = reporter.nik === null ? [] : [reporter.nik];
  // What is masked can lay open a word that had been part of a longer one, so mask until nothing is found any more.
  let masked = text;
  for (;;) {
    const next = maskNik(applyRules(masked, rules), known);
    if (next === masked) return masked;
    masked = next;
  }
}

/** A report has several texts of one reporter: the rules are made once, and live as long as the reporter does. */
const RULES = new WeakMap<Reporter, readonly Rule[]>();

function rulesOf(reporter: Reporter): readonly Rule[] {
  const made = RULES.get(reporter);
  if (made !== undefined) return made;
  const rules = [...emailRules(reporter.email), ...phoneRules(reporter.phone), ...nameRules(reporter.name)];
  RULES.set(reporter, rules);
  return rules;
}

function applyRules(text: string, rules: readonly Rule[]): string {
  const folded = foldText(text).text;
  const ascii = !OTHER_LETTERS.test(folded);
  return rules
    .filter((rule) => rule.mayBeIn(folded))
    .flatMap(({ patterns, mask }) => patterns(ascii).map((pattern) => ({ pattern, mask })))
    .reduce((rest, { pattern, mask }) => replaceFolded(rest, pattern, () => mask), text);
}

/**
 * The address wherever it stands, even inside a longer one; its first part only as a word of its own.
 * A field without an address in it (`tidak ada`) masks nothing.
 */
function emailRules(email: string | null): readonly Rule[] {
  const address = foldText(email?.trim() ?? '').text;
  const [, local] = /^(\S+)@\S+$/.exec(address) ?? [];
  if (local === undefined) return [];
  const piece = longest(local.split(/[.@]/));
  const word = (letter: string) => `(?<!${letter})${spelling(local)}(?!${letter})`;
  const isWord = local.length >= FEWEST_LOCAL_PART_SIGNS;
  return [
    {
      mayBeIn: (folded) => folded.includes(piece),
      patterns: (ascii) =>
        [spelling(address), ...(isWord ? [word(ascii ? '[a-z]' : String.raw`\p{L}`)] : [])].map(
          (pattern) => new RegExp(pattern, 'gu'),
        ),
      mask: EMAIL_MASK,
    },
  ];
}

function longest(pieces: readonly string[]): string {
  return pieces.reduce((long, piece) => (piece.length > long.length ? piece : long), '');
}

function spelling(address: string): string {
  return [...address].map(addressSign).join('');
}

function addressSign(sign: string): string {
  if (sign === '@') return AT;
  return sign === '.' ? DOT : escapePattern(sign);
}

/** The field may hold several numbers, divided by words or marks; or one, with those marks in it. */
function phoneRules(phone: string | null): readonly Rule[] {
  const field = foldText(phone ?? '').text;
  const numbers = new Set([field, ...field.split(/[/,;]|\p{L}+/u)].map(subscriberNumber));
  return [...numbers]
    .filter((digits) => digits.length >= FEWEST_PHONE_DIGITS)
    .map((digits) => ({
      mayBeIn: (folded) => folded.replace(/\D+/g, '').includes(digits),
      patterns: () => [numberPattern(digits, ['00620', '0062', '620', COUNTRY_CODE, '0'])],
      mask: PHONE_MASK,
    }));
}

/** The digits behind the country code and the zero that stands for it at home. */
function subscriberNumber(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^00/, '');
  return (digits.startsWith(COUNTRY_CODE) ? digits.slice(COUNTRY_CODE.length) : digits).replace(/^0+/, '');
}

const NO_LETTERS = /\P{L}+/gu;

function isIn(text: string, marks: readonly string[]): boolean {
  return marks.some((mark) => text.includes(mark));
}

function nameRules(name: string | null): readonly Rule[] {
  if (name === null) return [];
  const marks = nameMarks(name);
  return [
    {
      mayBeIn: (folded) => isIn(folded, marks),
      patterns: (ascii) => namePatterns(name, ascii),
      mask: NAME_MASK,
    },
    {
      mayBeIn: (folded) => isIn(folded.replace(NO_LETTERS, ''), partedNameMarks(name)),
      patterns: (ascii) => partedNamePatterns(name, ascii),
      mask: NAME_MASK,
    },
  ];
}
