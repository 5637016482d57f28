/**
 * What people put between the digits of a number: blanks, line ends, dots, dashes, brackets; in folded text, so never an ASCII
 * letter. Classes of Unicode letters would be more exact here, and take a hundred times as long to compile.
 */
const GAP = '[^0-9a-z]{0,5}';

/**
 * The pattern (global, for folded text) of a number of ASCII digits in any grouping, with one of the prefixes, such as a
 * country code, or none. It is found inside a longer number too: what one wrong key before it hides must not leave either.
 */
export function numberPattern(digits: string, prefixes: readonly string[] = []): RegExp {
  const prefix = prefixes.map((one) => grouped(one) + GAP).join('|');
  return new RegExp(String.raw`\+?(?:${prefix})?${grouped(digits)}`, 'g');
}

function grouped(digits: string): string {
  return [...digits].join(GAP);
}
