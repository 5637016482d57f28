/** One part of a multipart/form-data body. */
export interface Part {
  readonly name: string;
  /** As sent; `null` for a plain field. */
  readonly fileName: string | null;
  readonly bytes: Buffer;
}

const MAX_PARTS = 200;
const MAX_HEAD_BYTES = 8_192;
const BLANK_LINE = '\r\n\r\n';

/**
 * Parts of a multipart/form-data body in their order, `null` where it is none or broken (no boundary, no final
 * boundary, a part without a name). Source: RFC 7578, RFC 2046 §5.1.
 */
export function parseMultipart(contentType: string | undefined, body: Buffer): readonly Part[] | null {
  const boundary = /^multipart\/form-data;.*?\bboundary="?([^";\s]{1,70})/i.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return null;
  // The first boundary has no line before it; with one put in front all boundaries look alike.
  const text = Buffer.concat([Buffer.from('\r\n'), body]);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const parts: Part[] = [];
  let at = text.indexOf(delimiter);
  while (at !== -1 && parts.length <= MAX_PARTS) {
    const start = at + delimiter.length;
    if (text.toString('latin1', start, start + 2) === '--') return parts;
    const end = text.indexOf(delimiter, start);
    const part = end === -1 ? null : readPart(text.subarray(start, end));
    if (part === null) return null;
    parts.push(part);
    at = end;
  }
  return null;
}

function readPart(section: Buffer): Part | null {
  const headEnd = section.subarray(0, MAX_HEAD_BYTES).indexOf(BLANK_LINE);
  if (headEnd === -1) return null;
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(section.toString('utf8', 0, headEnd))?.[1];
  const name = readParameter(disposition, 'name');
  if (name === null) return null;
  return {
    name,
    fileName: readParameter(disposition, 'filename'),
    bytes: section.subarray(headEnd + BLANK_LINE.length),
  };
}

/** Quotes and line ends inside a value are percent-encoded by every current client (HTML standard, "multipart/form-data encoding"). */
function readParameter(disposition: string | undefined, parameter: 'name' | 'filename'): string | null {
  const value = new RegExp(`;\\s*${parameter}="([^"]*)"`, 'i').exec(disposition ?? '')?.[1];
  if (value === undefined) return null;
  return value.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n');
}
