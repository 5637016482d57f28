import { describe, expect, it } from 'vitest';
import { classifyRead } from '../../src/http/classify-read.ts';
import type { Exchange, ReadFailureKind } from '../../src/http/outcome.ts';
import { makeAnswer } from './make-answer.ts';

const NOW = Date.UTC(2026, 6, 1);

describe('classifyRead()', () => {
  it.each([200, 201, 204, 299])('finds no failure in %i', (status) => {
    expect(classifyRead(makeAnswer(status), { faultCode: null, now: NOW })).toBeNull();
  });

  it.each<[number, number | null, ReadFailureKind, string]>([
    [301, null, 'malformed', 'redirect'],
    [304, null, 'malformed', 'redirect'],
    [400, null, 'refused', 'refused'],
    [401, null, 'unauthorized', 'credentials'],
    [403, null, 'unauthorized', 'credentials'],
    [404, null, 'not-found', 'not-found'],
    [405, null, 'refused', 'refused'],
    [407, null, 'unreachable', 'proxy'],
    [408, null, 'unreachable', 'timeout'],
    [410, null, 'refused', 'refused'],
    [422, null, 'refused', 'refused'],
    [425, null, 'throttled', 'throttled'],
    [429, null, 'throttled', 'throttled'],
    [500, null, 'unreachable', 'server-error'],
    [503, null, 'unreachable', 'server-error'],
    [599, null, 'unreachable', 'server-error'],
    [999, null, 'unreachable', 'server-error'],
    [500, 900900, 'unauthorized', 'credentials'],
    [401, 900901, 'unauthorized', 'credentials'],
    [401, 900902, 'unauthorized', 'credentials'],
    [503, 900800, 'throttled', 'throttled'],
    [503, 700700, 'unreachable', 'blocked'],
    [500, 101504, 'unreachable', 'server-error'],
  ])('classes %i with fault %s as %s, %s', (status, faultCode, kind, detail) => {
    const failure = classifyRead(makeAnswer(status), { faultCode, now: NOW });
    expect(failure).toEqual({ kind, status, detail, retryAfterMs: null });
  });

  it('waits 30 s for a back end that the gateway holds suspended', () => {
    const failure = classifyRead(makeAnswer(503), { faultCode: 303001, now: NOW });
    expect(failure).toEqual({ kind: 'unreachable', status: 503, detail: 'suspended', retryAfterMs: 30_000 });
  });

  it.each([429, 503])('passes on how long a %i asks to wait', (status) => {
    const answered = makeAnswer(status, '', { 'retry-after': 'Wed, 01 Jul 2026 00:01:05 GMT' });
    expect(classifyRead(answered, { faultCode: null, now: NOW })).toMatchObject({ retryAfterMs: 65_000 });
  });

  it.each<[Exchange, ReadFailureKind, string]>([
    [{ kind: 'not-sent', cause: 'tls' }, 'unreachable', 'tls'],
    [{ kind: 'not-sent', cause: 'refused' }, 'unreachable', 'refused'],
    [{ kind: 'not-sent', cause: 'stopped' }, 'unreachable', 'stopped'],
    [{ kind: 'doubt', cause: 'timeout' }, 'unreachable', 'timeout'],
    [{ kind: 'doubt', cause: 'broken-answer' }, 'unreachable', 'broken-answer'],
    [{ kind: 'doubt', cause: 'answer-too-large' }, 'malformed', 'too-large'],
  ])('classes %o as %s', (exchange, kind, detail) => {
    const failure = classifyRead(exchange, { faultCode: null, now: NOW });
    expect(failure).toEqual({ kind, status: null, detail, retryAfterMs: null });
  });
});
