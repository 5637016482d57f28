import { graphemes } from './graphemes.ts';

/** The first `count` graphemes of a text; the whole text if it has no more. */
export function firstGraphemes(text: string, count: number): string {
  let left = count;
  for (const { index } of graphemes(text)) {
    if (left === 0) return text.slice(0, index);
    left -= 1;
  }
  return text;
}
