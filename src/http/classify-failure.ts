import { FORBIDDEN_ADDRESS } from './lookup-public.ts';
import type { Doubt, NotSent, NotSentCause } from './outcome.ts';

/** What was seen of one request's own connection, before it failed. */
export interface ConnectionFacts {
  /** The network answered: the handshake of TLS, if any, is what remains. */
  readonly reached: boolean;
  /** Bytes could leave: the socket connected, with TLS finished its handshake, or had been used before. */
  readonly connected: boolean;
  readonly answerBegun: boolean;
}

/** Why we ended a request ourselves. */
export type BreakOff = 'stopped' | 'deadline' | 'too-large';

const CONNECT_CAUSES: Readonly<Record<string, NotSentCause>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ENODATA: 'dns',
  ETIMEDOUT: 'connect-timeout',
  [FORBIDDEN_ADDRESS]: 'forbidden-address',
};

/**
 * What became of a request that got no complete answer: `not-sent` exactly where its own connection was never made.
 * `code` is the error's code (`ECONNRESET`, `HPE_INVALID_CONSTANT`…); the message is never looked at.
 */
export function classifyFailure(facts: ConnectionFacts, why: BreakOff | { readonly code: string }): NotSent | Doubt {
  if (!facts.connected) return { kind: 'not-sent', cause: causeNotSent(facts, why) };
  if (why === 'stopped') return { kind: 'doubt', cause: 'stopped' };
  if (why === 'deadline') return { kind: 'doubt', cause: 'timeout' };
  if (why === 'too-large') return { kind: 'doubt', cause: 'answer-too-large' };
  const unreadable = facts.answerBegun || why.code.startsWith('HPE_');
  return { kind: 'doubt', cause: unreadable ? 'broken-answer' : 'reset' };
}

function causeNotSent(facts: ConnectionFacts, why: BreakOff | { readonly code: string }): NotSentCause {
  if (why === 'stopped') return 'stopped';
  if (why === 'deadline') return 'connect-timeout';
  // Whatever fails between the connection and the end of the handshake is TLS's: certificate, version, a cut.
  if (facts.reached) return 'tls';
  return typeof why === 'object' ? (CONNECT_CAUSES[why.code] ?? 'unreachable') : 'unreachable';
}
