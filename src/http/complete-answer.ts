import type { IncomingHttpHeaders } from 'node:http';
import { decodeBody } from './decode-body.ts';
import type { Answered, Doubt } from './outcome.ts';
import type { RawAnswer } from './raw-answer.ts';

/** The answer with its encoding undone, at most `maxBytes` long; doubt where that fails. */
export async function completeAnswer(raw: RawAnswer, maxBytes: number): Promise<Answered | Doubt> {
  const encoding = raw.headers['content-encoding'] ?? 'identity';
  const body = encoding === 'identity' ? raw.body : await decodeBody(raw.body, encoding, maxBytes);
  if (!Buffer.isBuffer(body)) return body;
  return { kind: 'answered', status: raw.status, headers: flatHeaders(raw.headers), body };
}

/** Only `Set-Cookie` comes as a list; joining it loses nothing, since cookies are ignored. */
function flatHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
