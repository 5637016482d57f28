import type { ReadFailure, SendResult } from '../../http/outcome.ts';

/** What became of a write that was never sent, because the login before it failed. */
export function withoutLogin(failure: ReadFailure, stopped: boolean): SendResult<never> {
  const { kind, status, retryAfterMs } = failure;
  if (kind === 'throttled') return { kind: 'not-reached', cause: 'throttled', status: status ?? 429, retryAfterMs };
  if (kind === 'unauthorized')
    return { kind: 'not-reached', cause: 'credentials', status: status ?? 401, retryAfterMs };
  return { kind: 'not-sent', cause: stopped ? 'stopped' : 'unreachable' };
}
