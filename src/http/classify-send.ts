import { faultCause, SUSPENDED_MS } from './fault-cause.ts';
import type { Answered, NotReachedCause, SendResult } from './outcome.ts';
import type { AnswerReading } from './read-answer.ts';
import { retryAfterMs } from './retry-after-ms.ts';

export interface SendRules<T> {
  /**
   * What the other side named, from the JSON of a 2xx answer; `undefined` where it is not there. Called with `undefined`
   * for an empty body: a write that is answered by its status alone gives its value then, too.
   */
  readonly readValue: (json: unknown) => T | undefined;
  /** 404 and 405 mean that the configured path is wrong, not that the thing written to is gone. */
  readonly wrongPathWhen404?: boolean;
  /** Epoch milliseconds, for a `Retry-After` that is a date. */
  readonly now: number;
}

/**
 * What became of a write that got an answer (contract page, "Errors"): done, refused for its content, provably not
 * reached, and doubt for everything that leaves open whether the other side acted.
 */
export function classifySend<T>(answered: Answered, reading: AnswerReading, rules: SendRules<T>): SendResult<T> {
  const { status, headers } = answered;
  if (status >= 200 && status < 300) return classifyAccepted(status, reading.json, rules);
  if (status < 400) return { kind: 'doubt', cause: status < 300 ? 'unexpected-status' : 'redirect', status };
  const notReached = notReachedCause(status, reading.faultCode, rules.wrongPathWhen404 === true);
  if (notReached !== null) {
    const asked = retryAfterMs(headers['retry-after'], rules.now);
    const waitMs = notReached === 'suspended' ? SUSPENDED_MS : asked;
    return { kind: 'not-reached', cause: notReached, status, retryAfterMs: waitMs };
  }
  return classifyRefused(status);
}

function classifyAccepted<T>(status: number, json: AnswerReading['json'], rules: SendRules<T>): SendResult<T> {
  if (!json.ok && json.reason !== 'empty') {
    return { kind: 'doubt', cause: json.reason === 'html' ? 'html' : 'unreadable', status };
  }
  const value = rules.readValue(json.ok ? json.value : undefined);
  return value === undefined ? { kind: 'doubt', cause: 'no-id', status } : { kind: 'done', value, status };
}

function notReachedCause(status: number, faultCode: number | null, pathIsOurs: boolean): NotReachedCause | null {
  const fault = faultCause(faultCode);
  if (fault !== null) return fault;
  if (status === 401 || status === 403) return 'credentials';
  if (status === 429 || status === 425) return 'throttled';
  return pathIsOurs && (status === 404 || status === 405) ? 'wrong-path' : null;
}

function classifyRefused(status: number): SendResult<never> {
  if (status >= 500) return { kind: 'doubt', cause: status < 600 ? 'server-error' : 'unexpected-status', status };
  if (status === 409) return { kind: 'doubt', cause: 'already-exists', status };
  // Timed out in the middle (408), or a proxy's own words (407): whether the write arrived is open.
  if (status === 408 || status === 407) return { kind: 'doubt', cause: 'unexpected-status', status };
  if (status === 404 || status === 405) return { kind: 'refused', cause: 'not-found', status };
  return { kind: 'refused', cause: status === 413 ? 'too-large' : 'content', status };
}
