import { cleanText } from './clean-text.ts';

/**
 * Whether two plain texts say the same, up to white space and compatibility forms of characters; case counts.
 * HTML is to be turned into plain text first.
 */
export function sameText(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function comparable(text: string): string {
  return cleanText(text).normalize('NFKC').replace(/\s+/g, ' ').trim();
}
