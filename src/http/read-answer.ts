import { decodeText } from './decode-text.ts';
import type { Answered } from './outcome.ts';
import { parseFault } from './parse-fault.ts';
import { type JsonFault, parseJson } from './parse-json.ts';

/** Why an answer's body is no JSON. `html`: any markup, since a page is what it nearly always is. */
export type NoJson = JsonFault | 'empty' | 'html' | 'charset';

/** What an answer's body says. */
export interface AnswerReading {
  readonly json: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: NoJson };
  /** Code of the gateway's fault, looked for from status 400 on. */
  readonly faultCode: number | null;
}

/**
 * Reads a body by what it holds: PHP applications send JSON as `text/html`, and login pages as `application/json`.
 * `keepFlaws` as in `parseJson`.
 */
export async function readAnswer({ status, headers, body }: Answered, keepFlaws = false): Promise<AnswerReading> {
  const text = decodeText(body, headers['content-type']);
  if (text === null) return { json: { ok: false, reason: 'charset' }, faultCode: null };
  const fault = status < 400 ? null : await parseFault(text);
  return { json: readText(text, keepFlaws), faultCode: fault?.code ?? null };
}

function readText(text: string, keepFlaws: boolean): AnswerReading['json'] {
  const parsed = parseJson(text, keepFlaws);
  if (parsed.ok) return parsed;
  const start = text.trimStart();
  if (start === '') return { ok: false, reason: 'empty' };
  return start.startsWith('<') ? { ok: false, reason: 'html' } : parsed;
}
