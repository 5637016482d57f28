import { pick } from './matter.ts';

const SPELLINGS: readonly (readonly [string, string])[] = [
  ['jalan', 'jln'],
  ['jalan', 'Jl.'],
  ['sejak', 'sjk'],
  ['dua minggu', '2 mgg'],
  ['tidak', 'tdk'],
  ['depan', 'dpn'],
  ['sampah', 'SAMPAH'],
  ['berlubang', 'berlobang'],
];
const GREETINGS = ['', 'Yth. Admin, ', 'Assalamualaikum. ', 'Mohon ijin melaporkan: '];
const THANKS = ['', ' Mohon ditindaklanjuti.', ' Terima kasih atas perhatiannya.'];

/** The same report as somebody typed it again: other spellings and courtesies, not a word more that says anything. */
export function retype(text: string, random: () => number): string {
  let typed = text;
  for (const [usual, other] of SPELLINGS) if (random() < 0.5) typed = typed.replace(usual, other);
  return `${pick(GREETINGS, random)}${typed}${pick(THANKS, random)}`;
}

/** The same matter in fewer words and some others. */
export function retell(text: string, random: () => number): string {
  const words = text.split(' ').filter(() => random() < 0.7);
  return `${words.join(' ')} Sudah lama dibiarkan, dinas belum memperbaiki.`;
}
