import type { Answered } from '../../src/http/outcome.ts';

/** An answer as the client gives it. */
export function makeAnswer(status: number, text = '', headers: Readonly<Record<string, string>> = {}): Answered {
  return { kind: 'answered', status, headers, body: Buffer.from(text) };
}
