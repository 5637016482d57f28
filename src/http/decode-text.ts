const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text of an answer. A byte order mark decides, else the charset of `Content-Type`, else UTF-8. `null` where the charset
 * is unknown or a byte does not fit: guessing would turn `José` into something that looks right until it is stored.
 */
export function decodeText(body: Uint8Array, contentType: string | undefined): string | null {
  const charset = charsetOfMark(body) ?? charsetOfHeader(contentType) ?? 'utf-8';
  try {
    return charset === 'utf-8' ? UTF8.decode(body) : new TextDecoder(charset, { fatal: true }).decode(body);
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
