import type { NotSentCause, ReadFailure, SendResult } from '../../http/outcome.ts';
import { meaningOf, type SqlError } from './sql-error.ts';

/** How long a server that is full, or that took a transaction back, is left alone. */
const AGAIN_MS = 5_000;

const CONNECT_CAUSES: Readonly<Record<string, NotSentCause>> = {
  ECONNREFUSED: 'refused',
  ENOENT: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'connect-timeout',
  STOPPED: 'stopped',
  HANDSHAKE_NO_SSL_SUPPORT: 'tls',
  HANDSHAKE_SSL_ERROR: 'tls',
};

/** Why no session came about. */
export function connectCause({ code }: SqlError): NotSentCause {
  return CONNECT_CAUSES[code] ?? (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code) ? 'tls' : 'unreachable');
}

/** What a failed reading says. */
export function classifySqlRead(error: SqlError): ReadFailure {
  const status = error.errno;
  switch (meaningOf(error)) {
    case 'credentials':
      return { kind: 'unauthorized', status, detail: 'credentials', retryAfterMs: null };
    case 'read-only':
      return { kind: 'unauthorized', status, detail: 'no-right', retryAfterMs: null };
    case 'busy':
    case 'again':
      return { kind: 'throttled', status, detail: 'busy', retryAfterMs: AGAIN_MS };
    case 'statement':
      return { kind: 'malformed', status, detail: 'statement', retryAfterMs: null };
    default:
      if (status !== null) return { kind: 'malformed', status, detail: 'sql-error', retryAfterMs: null };
      return { kind: 'unreachable', status, detail: connectCause(error), retryAfterMs: null };
  }
}

/** What became of a write whose session never came about: certainly nothing. */
export function classifyUnconnected(error: SqlError): SendResult<never> {
  const meaning = meaningOf(error);
  const status = error.errno ?? 0;
  if (meaning === 'credentials') return { kind: 'not-reached', cause: 'credentials', status, retryAfterMs: null };
  if (meaning === 'busy') return { kind: 'not-reached', cause: 'throttled', status, retryAfterMs: AGAIN_MS };
  return { kind: 'not-sent', cause: connectCause(error) };
}

/** What the session had been sent when it failed: nothing but words that a lost session takes back; more; its end. */
export type Sent = 'revocable' | 'irrevocable' | 'commit';

/**
 * What became of a write that failed in its session. An answer of the server is proof, for everything before it is rolled
 * back; where there is none, only what the server takes back by itself is.
 */
export function classifySqlWrite(error: SqlError, sent: Sent): SendResult<never> {
  const status = error.errno;
  const meaning = meaningOf(error);
  const isTakenBack = sent === 'revocable' || (sent === 'commit' && meaning === 'again');
  if (status === null || !isTakenBack) {
    if (isTakenBack) return { kind: 'not-sent', cause: connectCause(error) };
    const cause =
      error.code === 'STOPPED' ? 'stopped' : error.code === 'PROTOCOL_SEQUENCE_TIMEOUT' ? 'timeout' : 'reset';
    return { kind: 'doubt', cause: status === null ? cause : 'server-error', status };
  }
  switch (meaning) {
    case 'credentials':
      return { kind: 'refused', cause: 'read-only', status };
    case 'busy':
    case 'again':
      return { kind: 'not-reached', cause: 'throttled', status, retryAfterMs: AGAIN_MS };
    case 'read-only':
      return { kind: 'refused', cause: 'read-only', status };
    case 'too-large':
      return { kind: 'refused', cause: 'too-large', status };
    default:
      return { kind: 'refused', cause: 'content', status };
  }
}
