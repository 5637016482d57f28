import { classifyRead } from './classify-read.ts';
import type { Exchange, Read } from './outcome.ts';
import { type AnswerReading, readAnswer } from './read-answer.ts';

const NOTHING: AnswerReading = { json: { ok: false, reason: 'empty' }, faultCode: null };

/**
 * The JSON of an exchange that may be repeated (a GET, an upload), or why there is none. `now` is epoch milliseconds;
 * `keepFlaws` as in `parseJson`.
 */
export async function readExchange(exchange: Exchange, now: number, keepFlaws = false): Promise<Read<unknown>> {
  const answered = exchange.kind === 'answered' ? exchange : null;
  const { json, faultCode } = answered === null ? NOTHING : await readAnswer(answered, keepFlaws);
  const failure = classifyRead(exchange, { faultCode, now });
  if (failure !== null) return { ok: false, failure };
  if (json.ok) return json;
  const status = answered?.status ?? null;
  return { ok: false, failure: { kind: 'malformed', status, detail: json.reason, retryAfterMs: null } };
}
