import { type FoldedText, foldText } from './fold-text.ts';

/** What earlier masking left behind. It is never looked into: a name may be made of the same words. */
const MASKED = /(\[(?:nama|email|telepon|NIK) disamarkan\])/;

/**
 * Replaces what `pattern` (global) finds in the folded view of a text; everything else stays as it was written.
 * `replacementFor` gets the folded match and gives null to leave it alone.
 */
export function replaceFolded(text: string, pattern: RegExp, replacementFor: (match: string) => string | null): string {
  return text
    .split(MASKED)
    .map((piece, index) => (index % 2 === 1 ? piece : replaceInPiece(piece, pattern, replacementFor)))
    .join('');
}

function replaceInPiece(text: string, pattern: RegExp, replacementFor: (match: string) => string | null): string {
  const folded = foldText(text);
  let replaced = '';
  let done = 0;
  for (const match of folded.text.matchAll(pattern)) {
    const replacement = replacementFor(match[0]);
    if (replacement === null) continue;
    replaced += text.slice(done, folded.startOf(match.index)) + replacement;
    done = originalEnd(folded, match.index + match[0].length);
  }
  return replaced + text.slice(done);
}

/** The marks behind the last character, and the rest of a character that folds to several, belong to the match. */
function originalEnd(folded: FoldedText, end: number): number {
  const last = folded.startOf(end - 1);
  let next = end;
  while (folded.startOf(next) === last) next += 1;
  return folded.startOf(next);
}
