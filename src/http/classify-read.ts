import { faultCause, SUSPENDED_MS } from './fault-cause.ts';
import type { Answered, Exchange, ReadFailure, ReadFailureKind } from './outcome.ts';
import { retryAfterMs } from './retry-after-ms.ts';

export interface ReadFacts {
  /** Code of the gateway's fault, if the answer is one. */
  readonly faultCode: number | null;
  /** Epoch milliseconds, for a `Retry-After` that is a date. */
  readonly now: number;
}

/** Why a read gave nothing to look at; `null`: a complete 2xx answer came, whatever it holds. */
export function classifyRead(exchange: Exchange, facts: ReadFacts): ReadFailure | null {
  if (exchange.kind === 'answered') return classifyStatus(exchange, facts);
  if (exchange.cause === 'answer-too-large') return failure('malformed', { status: null, detail: 'too-large' });
  return failure('unreachable', { status: null, detail: exchange.cause });
}

function classifyStatus({ status, headers }: Answered, { faultCode, now }: ReadFacts): ReadFailure | null {
  if (status >= 200 && status < 300) return null;
  const fault = faultCause(faultCode);
  const waitMs = retryAfterMs(headers['retry-after'], now);
  if (fault === 'suspended') return failure('unreachable', { status, detail: 'suspended', waitMs: SUSPENDED_MS });
  if (fault === 'blocked') return failure('unreachable', { status, detail: 'blocked', waitMs });
  if (fault === 'throttled' || status === 429 || status === 425) {
    return failure('throttled', { status, detail: 'throttled', waitMs });
  }
  if (fault === 'credentials' || status === 401 || status === 403) {
    return failure('unauthorized', { status, detail: 'credentials' });
  }
  if (status < 400) return failure('malformed', { status, detail: 'redirect' });
  if (status === 404) return failure('not-found', { status, detail: 'not-found' });
  if (status >= 500) return failure('unreachable', { status, detail: 'server-error', waitMs });
  if (status === 407) return failure('unreachable', { status, detail: 'proxy' });
  if (status === 408) return failure('unreachable', { status, detail: 'timeout' });
  return failure('refused', { status, detail: 'refused' });
}

function failure(
  kind: ReadFailureKind,
  { status, detail, waitMs = null }: { status: number | null; detail: string; waitMs?: number | null },
): ReadFailure {
  return { kind, status, detail, retryAfterMs: waitMs };
}
