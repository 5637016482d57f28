// The boundaries of graphemes do not depend on the language (UAX 29), so one segmenter serves everybody.
const SEGMENTER = new Intl.Segmenter('id', { granularity: 'grapheme' });

/** The graphemes of a text: what a reader takes for one character, an emoji family or a letter with its marks included. */
export function graphemes(text: string): Intl.Segments {
  return SEGMENTER.segment(text);
}
