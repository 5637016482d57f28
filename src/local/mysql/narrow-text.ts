import { isInLatin1 } from './double-encoding.ts';

/** What a column can hold, the widest first: everything; what `utf8` of three bytes has; what latin1 has. */
export const WIDTHS = ['full', 'three-bytes', 'latin1'] as const;
export type Width = (typeof WIDTHS)[number];

/**
 * The text as a narrower column can hold it: what it cannot is written out by its number, `[U+1F64F]`. Nothing is lost, and
 * nobody takes it for what was written.
 */
export function narrowText(text: string, width: Width): string {
  if (width === 'full') return text;
  const fits = width === 'latin1' ? isInLatin1 : (code: number) => code <= 0xffff;
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) as number;
    return fits(code) ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }).join('');
}
