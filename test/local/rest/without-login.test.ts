import { describe, expect, it } from 'vitest';
import type { ReadFailure } from '../../../src/http/outcome.ts';
import { withoutLogin } from '../../../src/local/rest/without-login.ts';

const FAILED = { status: null, detail: 'html', retryAfterMs: null };

describe('withoutLogin()', () => {
  it.each([
    [
      { ...FAILED, kind: 'throttled', status: 503, retryAfterMs: 5 },
      false,
      { kind: 'not-reached', cause: 'throttled', status: 503, retryAfterMs: 5 },
    ],
    [
      { ...FAILED, kind: 'throttled' },
      false,
      { kind: 'not-reached', cause: 'throttled', status: 429, retryAfterMs: null },
    ],
    [
      { ...FAILED, kind: 'unauthorized', status: 403 },
      true,
      { kind: 'not-reached', cause: 'credentials', status: 403, retryAfterMs: null },
    ],
    [
      { ...FAILED, kind: 'unauthorized' },
      false,
      { kind: 'not-reached', cause: 'credentials', status: 401, retryAfterMs: null },
    ],
    [{ ...FAILED, kind: 'malformed' }, false, { kind: 'not-sent', cause: 'unreachable' }],
    [{ ...FAILED, kind: 'unreachable' }, true, { kind: 'not-sent', cause: 'stopped' }],
  ] as const satisfies [ReadFailure, boolean, object][])('makes of %o, stopped %s: %o', (failure, stopped, outcome) => {
    expect(withoutLogin(failure, stopped)).toEqual(outcome);
  });
});
