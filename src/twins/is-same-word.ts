import { skeleton } from './skeleton.ts';

const SKELETON_MIN = 3;
const SLIP_FROM = 6;

/** Whether two words are one, as far as slips go: other vowels, or one letter more, less, other or swapped in a long word. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  if (/^\d/.test(a) || /^\d/.test(b)) return false;
  const bones = skeleton(a);
  if (bones.length >= SKELETON_MIN && bones === skeleton(b) && Math.abs(a.length - b.length) <= 2) return true;
  return Math.min(a.length, b.length) >= SLIP_FROM && isOneSlipApart(a, b);
}

function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const inA = a.slice(start, a.length - end);
  const inB = b.slice(start, b.length - end);
  const isSwapped = inA.length === 2 && inB === `${inA[1]}${inA[0]}`;
  return isSwapped || (inA.length <= 1 && inB.length <= 1);
}
