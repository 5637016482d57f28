const STEM_MIN = 4;
const PARTICLES = /(?:lah|kah|tah|pun)$/;
const POSSESSIVES = /(?:nya|ku|mu)$/;
const SUFFIXES = /(?:kan|an|i)$/;
const PREFIXES = /^(?:di|ke|se|ber|be|ter|te|meng|meny|mem|men|me|peng|peny|pem|pen|per|pe)/;

/**
 * A word without what Indonesian hangs onto it. It need not be the root a dictionary knows, only the same for all forms of one
 * word: `diperbaiki`, `perbaikan` and `perbaiki` are alike. Short words stay as they are.
 */
export function stem(word: string): string {
  let rest = without(word, PARTICLES);
  rest = without(rest, POSSESSIVES);
  rest = without(rest, PREFIXES);
  rest = without(rest, PREFIXES);
  return without(rest, SUFFIXES);
}

function without(word: string, affix: RegExp): string {
  const rest = word.replace(affix, '');
  return rest.length >= STEM_MIN ? rest : word;
}
