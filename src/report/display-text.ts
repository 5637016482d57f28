/** Controls, invisible and direction-changing characters, line and paragraph separators, halves of surrogate pairs. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;

/**
 * Makes text from outside safe to print on a terminal, in one line: a line end is shown as `⏎`, and whatever could move the
 * cursor, colour, hide or reorder text (ANSI escapes, bidi overrides, zero-width characters) as `\u{...}`.
 */
export function displayText(text: string): string {
  return text.replace(/\r\n|\n/g, '⏎').replace(UNSAFE, codePoint);
}

function codePoint(char: string): string {
  return `\\u{${Number(char.codePointAt(0)).toString(16)}}`;
}
