import { Buffer, isUtf8 } from 'node:buffer';

/** Bytes 0x80 to 0x9f of MySQL's latin1, which is windows-1252 with its five gaps filled. */
const HIGH = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d,
  0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,
  0x017e, 0x0178,
];
const BYTE_OF = new Map(HIGH.map((code, index) => [code, 0x80 + index]));

/** The text that bytes of MySQL's latin1 stand for. */
export function readLatin1(bytes: Uint8Array): string {
  return String.fromCharCode(...Array.from(bytes, (byte) => HIGH[byte - 0x80] ?? byte));
}

/** Whether MySQL's latin1 has this character. */
export function isInLatin1(code: number): boolean {
  return code < 0x80 || BYTE_OF.has(code) || (code >= 0xa0 && code <= 0xff);
}

/**
 * The text that was meant where an application that speaks latin1 wrote the bytes of UTF-8: `JalÃ¼r` is `Jalür`. A text
 * that cannot have come about in this way stays what it is.
 */
export function undoDoubleEncoding(text: string): string {
  if (Buffer.byteLength(text) === text.length) return text;
  const codes = Array.from(text, (character) => character.codePointAt(0) as number);
  if (!codes.every(isInLatin1)) return text;
  const bytes = Buffer.from(codes.map((code) => BYTE_OF.get(code) ?? code));
  return isUtf8(bytes) ? bytes.toString('utf8') : text;
}

/** The same the other way: what such an application reads as `text` again. */
export function doubleEncode(text: string): string {
  return Array.from(Buffer.from(text, 'utf8'), (byte) => String.fromCharCode(HIGH[byte - 0x80] ?? byte)).join('');
}
