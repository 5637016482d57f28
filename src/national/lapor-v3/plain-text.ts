import { cleanText } from '../../report/clean-text.ts';
import { htmlToPlain } from '../../report/html-to-plain.ts';

/** A text of LAPOR!, which may be HTML, as people read it. */
export function plainText(text: string): string {
  return cleanText(htmlToPlain(text)).trim();
}
