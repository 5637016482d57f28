import { isSameWord } from './is-same-word.ts';

/** How far two reports say the same, as counts of words. */
export interface WordsCompared {
  readonly common: number;
  /** Words of each that the other has not. */
  readonly onlyA: number;
  readonly onlyB: number;
}

/** Compares two sets of words: each has at most one partner, the same word first, then one that a slip explains. */
export function compareWords(a: ReadonlySet<string>, b: ReadonlySet<string>): WordsCompared {
  const leftA = [...a].filter((word) => !b.has(word));
  const leftB = [...b].filter((word) => !a.has(word));
  const common = a.size - leftA.length;
  let slips = 0;
  for (const word of leftA) {
    const partner = leftB.findIndex((other) => isSameWord(word, other));
    if (partner === -1) continue;
    leftB.splice(partner, 1);
    slips += 1;
  }
  return { common: common + slips, onlyA: leftA.length - slips, onlyB: leftB.length };
}

/** Of all words the part that both have, in [0, 1]: Dice's measure. */
export function likenessOf({ common, onlyA, onlyB }: WordsCompared): number {
  const all = 2 * common + onlyA + onlyB;
  return all === 0 ? 0 : (2 * common) / all;
}

/** Of the words of the shorter the part that the longer has, too, in [0, 1]. */
export function containedIn({ common, onlyA, onlyB }: WordsCompared): number {
  const least = common + Math.min(onlyA, onlyB);
  return least === 0 ? 0 : common / least;
}
