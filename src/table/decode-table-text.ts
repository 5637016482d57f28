import { decodeText } from '../http/decode-text.ts';

/**
 * The text of a table that a program of an office wrote, without its byte order mark: UTF-16 where a mark or the zero bytes
 * of its first letter say so, UTF-8 where it is that, and else Windows-1252, in which every byte means something.
 */
export function decodeTableText(bytes: Uint8Array): string {
  const wide = wideCharset(bytes);
  const text = wide === null ? decodeText(bytes, undefined) : decodeText(bytes, `text/csv; charset=${wide}`);
  return text ?? decodeText(bytes, 'text/csv; charset=windows-1252') ?? '';
}

/** Headings are letters that have a zero byte in UTF-16. */
function wideCharset([first, second]: Uint8Array): string | null {
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : null;
}
