import { pick } from '../../src/simulate/pick.ts';
import { SPELLINGS } from '../../src/twins/spellings.ts';

type Random = () => number;

const SHORT: ReadonlyMap<string, readonly string[]> = byUsual();
const GREETINGS = ['Assalamualaikum wr wb.', 'Yth. Bapak Wali Kota,', 'Selamat siang admin,', 'Mohon maaf sebelumnya,'];
const COURTESIES = [
  'Mohon segera ditindaklanjuti.',
  'Terima kasih banyak atas bantuannya.',
  'Demikian laporan kami.',
  '',
];

/** The same words in other spellings: short forms, other case, fewer signs. */
export function retypeShort(text: string, random: Random): string {
  const words = text.split(/\s+/).map((word) => {
    const others = SHORT.get(word.toLowerCase());
    return others !== undefined && random() < 0.6 ? pick(others, random) : word;
  });
  const typed = words.join(' ');
  return random() < 0.3 ? typed.toUpperCase() : typed.toLowerCase().replace(/[.,!?]/g, '');
}

/** A greeting before and a courtesy behind. */
export function greet(text: string, random: Random): string {
  return `${pick(GREETINGS, random)} ${text} ${pick(COURTESIES, random)}`.trim();
}

/** Sentences in another order. */
export function reorder(text: string, random: Random): string {
  const sentences = text.split(/(?<=[.!?])\s+/);
  return sentences
    .map((sentence) => ({ sentence, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ sentence }) => sentence)
    .join(' ');
}

/** One letter left out or swapped with the next in about every `every`th long word. */
export function slip(text: string, every: number, random: Random): string {
  return text
    .split(' ')
    .map((word) => {
      if (!/^[a-z]{6,}$/i.test(word) || random() > 1 / every) return word;
      const at = 2 + Math.floor(random() * (word.length - 4));
      const isLeftOut = random() < 0.5;
      return isLeftOut
        ? word.slice(0, at) + word.slice(at + 1)
        : `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
    })
    .join(' ');
}

/** About as large a part of the words, in their order. */
export function keepSome(text: string, part: number, random: Random): string {
  return text
    .split(' ')
    .filter(() => random() < part)
    .join(' ');
}

function byUsual(): ReadonlyMap<string, readonly string[]> {
  const shorts = new Map<string, string[]>();
  for (const [other, usual] of SPELLINGS) shorts.set(usual, [...(shorts.get(usual) ?? []), other]);
  return shorts;
}
