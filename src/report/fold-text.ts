export interface FoldedText {
  readonly text: string;
  /** Where in the original the unit of `text` at this index comes from; behind the last unit: the original's length. */
  readonly startOf: (unit: number) => number;
}

/** Marks and invisible characters: they change how a text looks or wraps, not what it says. */
const IGNORED = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const ENTITY = /^&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|nbsp);$/;
const ENTITY_OR_ASCII_OR_OTHER = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|nbsp);|&|[^&\P{ASCII}]+|\P{ASCII}/gu;
const ASCII = /^\p{ASCII}/u;
const PLAIN = /^[^&\P{ASCII}]*$/u;
const DIGIT = /^\p{Nd}$/u;
const BLANK = /^\p{Zs}$/u;
const DASH = /^[\p{Pd}\u2212]$/u;

/** Cyrillic letters that cannot be told from Latin ones, small or large, by looking. */
const CYRILLIC = 'асеоркхувнмтіјѕ';
const LATIN = 'aceopkxybhmtijs';
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [...CYRILLIC].map((letter, index) => [letter, LATIN.charAt(index)]),
);

/**
 * A view of a text in which all spellings of the same thing are alike: lower case, without diacritics and invisible
 * characters, every decimal digit an ASCII one, every dash a hyphen, every blank a space, compatibility forms and the
 * entities of HTML that stand for a character by its number resolved.
 * It is made for finding; what is found is looked up in the original through `startOf`.
 */
export function foldText(text: string): FoldedText {
  return PLAIN.test(text) ? { text: text.toLowerCase(), startOf: itself } : foldOther(text);
}

function itself(unit: number): number {
  return unit;
}

function foldOther(text: string): FoldedText {
  // The library functions behind foldChar are slow, and a text has few different characters.
  const known = new Map<string, string>();
  const pieces: string[] = [];
  const starts: number[] = [];
  for (const { 0: run, index } of text.matchAll(ENTITY_OR_ASCII_OR_OTHER)) {
    if (ASCII.test(run) && !ENTITY.test(run)) {
      pieces.push(run.toLowerCase());
      for (let unit = 0; unit < run.length; unit += 1) starts.push(index + unit);
    } else {
      const folded = known.get(run) ?? foldChar(charOf(run));
      known.set(run, folded);
      pieces.push(folded);
      for (let unit = 0; unit < folded.length; unit += 1) starts.push(index);
    }
  }
  return { text: pieces.join(''), startOf: (unit) => starts[unit] ?? text.length };
}

/** A number beyond the last character stays what it is. */
function charOf(written: string): string {
  const [entity, decimal, hex] = ENTITY.exec(written) ?? [];
  if (entity === undefined) return written;
  const code = decimal === undefined ? Number.parseInt(hex ?? 'a0', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

function foldChar(char: string): string {
  if (DIGIT.test(char)) return String(digitValue(char));
  if (BLANK.test(char)) return ' ';
  if (DASH.test(char)) return '-';
  const plain = char.normalize('NFKD').toLowerCase().normalize('NFKD').replace(IGNORED, '');
  return LOOKALIKES.get(plain) ?? plain;
}

/** Unicode keeps each script's digits in a row from zero to nine, some rows directly behind one another. */
function digitValue(char: string): number {
  const code = Number(char.codePointAt(0));
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}
