import { classifySend, type SendRules } from './classify-send.ts';
import type { HttpClient, HttpRequest } from './http-client.ts';
import type { SendResult } from './outcome.ts';
import { readAnswer } from './read-answer.ts';

/** Sends one write, once, and tells what became of it. Never repeats anything. */
export async function sendRequest<T>(
  client: HttpClient,
  request: HttpRequest,
  rules: SendRules<T>,
): Promise<SendResult<T>> {
  const exchange = await client.exchange(request);
  if (exchange.kind === 'doubt') return { ...exchange, status: null };
  if (exchange.kind === 'not-sent') return exchange;
  return classifySend(exchange, await readAnswer(exchange), rules);
}
