import { describe, expect, it } from 'vitest';
import { type BreakOff, classifyFailure } from '../../src/http/classify-failure.ts';

const NOWHERE = { reached: false, connected: false, answerBegun: false };
const HANDSHAKE = { reached: true, connected: false, answerBegun: false };
const CONNECTED = { reached: true, connected: true, answerBegun: false };
const ANSWERING = { reached: true, connected: true, answerBegun: true };

function why(text: string): BreakOff | { readonly code: string } {
  return text === 'stopped' || text === 'deadline' || text === 'too-large' ? text : { code: text };
}

describe('classifyFailure()', () => {
  it.each([
    ['ECONNREFUSED', 'refused'],
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['ECONNRESET', 'unreachable'],
    ['ETIMEDOUT', 'connect-timeout'],
    ['ERR_FORBIDDEN_ADDRESS', 'forbidden-address'],
    ['', 'unreachable'],
    ['deadline', 'connect-timeout'],
    ['stopped', 'stopped'],
    ['too-large', 'unreachable'],
  ])('calls %s before a connection not-sent, %s', (code, cause) => {
    expect(classifyFailure(NOWHERE, why(code))).toEqual({ kind: 'not-sent', cause });
  });

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['EPROTO', 'tls'],
    ['ECONNRESET', 'tls'],
    ['deadline', 'connect-timeout'],
    ['stopped', 'stopped'],
  ])('calls %s before the end of the handshake not-sent, %s', (code, cause) => {
    expect(classifyFailure(HANDSHAKE, why(code))).toEqual({ kind: 'not-sent', cause });
  });

  it.each([
    ['ECONNRESET', 'reset'],
    ['EPIPE', 'reset'],
    ['ECONNREFUSED', 'reset'],
    ['', 'reset'],
    ['HPE_INVALID_CONSTANT', 'broken-answer'],
    ['deadline', 'timeout'],
    ['stopped', 'stopped'],
  ])('calls %s on a connection doubt, %s', (code, cause) => {
    expect(classifyFailure(CONNECTED, why(code))).toEqual({ kind: 'doubt', cause });
  });

  it.each([
    ['ECONNRESET', 'broken-answer'],
    ['ERR_BAD_RESPONSE', 'broken-answer'],
    ['too-large', 'answer-too-large'],
    ['deadline', 'timeout'],
    ['stopped', 'stopped'],
  ])('calls %s within the answer doubt, %s', (code, cause) => {
    expect(classifyFailure(ANSWERING, why(code))).toEqual({ kind: 'doubt', cause });
  });
});
