import fc from 'fast-check';

const PIECES = [
  'a',
  'Jalan berlubang.',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '? ',
  '👍🏽',
  '👩‍👩‍👧‍👦',
  '🇮🇩',
  'e\u0301',
  ' \u0301',
  '\u200d',
  'ก็',
  '\u0600',
  '한국',
] as const;

/** Texts full of what makes cutting difficult: emoji families, flags, marks, marks on blanks, line ends. */
export const difficultText = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));

export function graphemesOf(text: string): readonly string[] {
  return [...new Intl.Segmenter('id').segment(text)].map(({ segment }) => segment);
}
