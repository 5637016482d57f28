import { foldText } from '../report/fold-text.ts';
import { SPELLINGS } from './spellings.ts';

/** Letters and digits apart (`rt03`, `kira2`), everything else between words. */
const WORD = /\p{L}+|\p{N}+/gu;
/** `kira2`: a word said twice, not a number. */
const DOUBLED = /(\p{L}{3,})2(?![\p{L}\p{N}])/gu;
/** `aaammmpun`: nobody counts how often. */
const STRETCHED = /(\p{L})\1{2,}/gu;

/** The words of a text in their usual spelling and order: lower case, without signs, small numbers as digits. */
export function toWords(text: string): readonly string[] {
  const plain = foldText(text).text.replace(DOUBLED, '$1').replace(STRETCHED, '$1');
  return (plain.match(WORD) ?? []).map((word) => {
    const usual = SPELLINGS.get(word) ?? word;
    return /^\d/.test(usual) ? usual.replace(/^0+(?=\d)/, '') : usual;
  });
}
