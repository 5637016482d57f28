import { cleanText } from './clean-text.ts';
import { fingerprint } from './fingerprint.ts';
import { htmlToPlain } from './html-to-plain.ts';

/** Fingerprints (`wording`) of a report as it was sent: with our reference, and without that line. */
export interface SentAs {
  readonly whole: string;
  readonly bare: string;
}

/** Enough for a text that was escaped on its way there and once more on its way back. */
const UNESCAPED_TIMES = 3;

/**
 * Fingerprint of a report's title and text as people read them: equal whatever became of its HTML, its line ends, its
 * blanks and the compatibility forms of its characters on the way to the other side and back; case counts.
 */
export function wording(title: string, text: string): string {
  return fingerprint({ title: asRead(title), text: asRead(text) });
}

function asRead(text: string): string {
  let read = cleanText(text);
  for (let times = 0; times < UNESCAPED_TIMES; times += 1) read = cleanText(htmlToPlain(read));
  return read.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
