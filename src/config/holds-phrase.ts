const PART_OF_WORD = /[\p{L}\p{N}]/u;

/** True where the phrase stands in the text as words of their own: `pln` is in "kantor pln." but not in "dipln". Both folded. */
export function holdsPhrase(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + phrase.length);
    if (!PART_OF_WORD.test(before) && !PART_OF_WORD.test(after)) return true;
  }
  return false;
}
