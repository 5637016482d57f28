const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** What Windows-1252 has in the places 0x80 to 0x9f, five of which it leaves empty. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text of an answer. A byte order mark decides, else the charset of `Content-Type`, else UTF-8. `null` where the charset
 * is unknown or a byte does not fit: guessing would turn `José` into something that looks right until it is stored.
 */
export function decodeText(body: Uint8Array, contentType: string | undefined): string | null {
  const charset = charsetOfMark(body) ?? charsetOfHeader(contentType) ?? 'utf-8';
  try {
    const decoder = charset === 'utf-8' ? UTF8 : new TextDecoder(charset, { fatal: true });
    const text = decoder.decode(body);
    return decoder.encoding === 'windows-1252' ? withoutControls(text) : text;
  } catch {
    // RangeError: no such charset; TypeError: the bytes do not fit it. Nothing else is thrown here.
    return null;
  }
}

function charsetOfMark(body: Uint8Array): string | null {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetOfHeader(contentType: string | undefined): string | null {
  const charset = contentType === undefined ? undefined : /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
  return charset?.toLowerCase() ?? null;
}

/** Node 20 decodes Windows-1252 as if it were Latin-1, so that its quotation marks come out as control characters. */
function withoutControls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));
}
