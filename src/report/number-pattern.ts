import { DIGIT_GAP } from './digit-gap.ts';

/**
 * The pattern (global, for folded text) of a number of ASCII digits in any grouping, with one of the prefixes, such as a
 * country code, or none. It is found inside a longer number too: what one wrong key before it hides must not leave either.
 */
export function numberPattern(digits: string, prefixes: readonly string[] = []): RegExp {
  const prefix = prefixes.map((one) => grouped(one) + DIGIT_GAP).join('|');
  return new RegExp(String.raw`\+?(?:${prefix})?${grouped(digits)}`, 'g');
}

function grouped(digits: string): string {
  return [...digits].join(DIGIT_GAP);
}
