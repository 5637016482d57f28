/** What is to be changed in a text, where it holds anything but the plain characters of ASCII: most hold nothing else. */
const TO_CLEAN = /[^\n\t -~]|[\t ](?:\n|$)/;
/** Any control character but line feed and tab. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

/**
 * Gives a text the one form in which it is compared, hashed, stored and sent: well-formed, NFC, lines ended by a line feed
 * and without blanks before it, no other controls than tab.
 *
 * A lone surrogate would come back from SQLite as something else and look like a change on every poll, and PostgreSQL
 * refuses NUL; so the one becomes U+FFFD and the other its visible picture U+2400. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  if (!TO_CLEAN.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll('\0', '\u2400')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
