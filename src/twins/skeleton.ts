/**
 * What is left of a word that is typed in a hurry: its first letter and its consonants, none twice in a row. Indonesian short
 * forms leave out vowels, and so do many slips.
 */
export function skeleton(word: string): string {
  const consonants = word.slice(1).replace(/[aeiou]/g, '');
  return `${word.charAt(0)}${consonants}`.replace(/(.)\1+/g, '$1');
}
