import type { Read } from '../../http/outcome.ts';
import { readPath } from '../../http/read-path.ts';
import { saysFailure } from '../../http/says-failure.ts';
import { readFailed } from './read-failed.ts';

/** What fits in a header: a line break in a token would be a header of its own. */
const TOKEN = /^[\x21-\x7e]{1,8192}$/;

/**
 * The token in an answer to a login. A login refused for what was sent, or not there, is a matter of the credentials
 * configured: `unauthorized`, detail `login-refused`, whatever status says it.
 */
export function readToken(read: Read<unknown>, tokenPath: string): Read<string> {
  if (!read.ok) {
    const { kind, status } = read.failure;
    return kind === 'refused' || kind === 'not-found' ? refused(status) : read;
  }
  if (saysFailure(read.value)) return refused(null);
  const token = readPath(read.value, tokenPath);
  return typeof token === 'string' && TOKEN.test(token)
    ? { ok: true, value: token }
    : readFailed('malformed', 'no-token');
}

function refused(status: number | null): Read<never> {
  return { ok: false, failure: { kind: 'unauthorized', status, detail: 'login-refused', retryAfterMs: null } };
}
