import { graphemes } from './graphemes.ts';

/** The longest beginning of a text of at most `maxLength` UTF-16 units that splits no grapheme. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return text.slice(0, Number(graphemes(text).containing(maxLength)?.index));
}
