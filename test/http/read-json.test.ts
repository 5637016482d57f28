import { describe, expect, it } from 'vitest';
import type { Clock } from '../../src/clock.ts';
import type { Exchange } from '../../src/http/outcome.ts';
import { readJson } from '../../src/http/read-json.ts';
import { makeAnswer } from './make-answer.ts';
import { makeFakeClient } from './make-fake-client.ts';
import { realClock } from './real-clock.ts';

const GOOD = makeAnswer(200, '{"id":1}');
const RESET: Exchange = { kind: 'doubt', cause: 'reset' };
const NEVER = new AbortController().signal;

/** Reads with a clock that notes how long it was asked to sleep. */
async function read(exchanges: readonly Exchange[], { random = 0.5, stop = NEVER, onSleep = () => {} } = {}) {
  const client = makeFakeClient(exchanges);
  const slept: number[] = [];
  const clock: Clock = {
    ...realClock,
    async sleep(ms) {
      slept.push(ms);
      onSleep();
    },
  };
  const result = await readJson({ client, request: { path: '/a', stop }, clock, random: () => random });
  return { result, slept, methods: client.requests.map(({ method }) => method) };
}

describe('readJson()', () => {
  it('reads by GET, once', async () => {
    expect(await read([GOOD])).toEqual({ result: { ok: true, value: { id: 1 } }, slept: [], methods: ['GET'] });
  });

  it.each<[string, Exchange]>([
    ['a refused connection', { kind: 'not-sent', cause: 'refused' }],
    ['a name that did not resolve', { kind: 'not-sent', cause: 'dns' }],
    ['a reset', RESET],
    ['a timeout', { kind: 'doubt', cause: 'timeout' }],
    ['a broken answer', { kind: 'doubt', cause: 'broken-answer' }],
    ['a 500', makeAnswer(500)],
    ['a 502 with a page', makeAnswer(502, '<html>')],
    ['a 408', makeAnswer(408)],
  ])('tries again after %s', async (_, exchange) => {
    const { result, methods } = await read([exchange, GOOD]);
    expect(result).toEqual({ ok: true, value: { id: 1 } });
    expect(methods).toHaveLength(2);
  });

  it('gives up after the second repetition with what it met last', async () => {
    const { result, methods } = await read([RESET, RESET, makeAnswer(500)]);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'unreachable', status: 500 } });
    expect(methods).toHaveLength(3);
  });

  it.each([
    [0, [200, 200]],
    [0.5, [500, 1_100]],
    [1, [800, 2_000]],
  ])('waits by the clock, between 200 ms and 2 s, with %f', async (random, delays) => {
    const { slept } = await read([RESET, RESET, GOOD], { random });
    expect(slept).toEqual(delays);
  });

  it.each<[string, Exchange]>([
    ['a certificate', { kind: 'not-sent', cause: 'tls' }],
    ['a stop', { kind: 'doubt', cause: 'stopped' }],
    ['an answer that is too large', { kind: 'doubt', cause: 'answer-too-large' }],
    ['a 400', makeAnswer(400)],
    ['a 401', makeAnswer(401)],
    ['a 404', makeAnswer(404)],
    ['a 429', makeAnswer(429)],
    ['a 302', makeAnswer(302)],
    ['a 200 that is a page', makeAnswer(200, '<html>')],
    ['a suspended back end', makeAnswer(503, '{"fault":{"code":303001}}')],
    ['a 503 that says when', makeAnswer(503, '', { 'retry-after': '60' })],
  ])('does not try again after %s', async (_, exchange) => {
    const { result, methods } = await read([exchange]);
    expect(result.ok).toBe(false);
    expect(methods).toHaveLength(1);
  });

  it('repeats no more than a fifth and ten while every answer is lost', async () => {
    const client = makeFakeClient(Array<Exchange>(300).fill(RESET));
    const clock: Clock = { ...realClock, sleep: async () => undefined };
    for (let i = 0; i < 100; i += 1) {
      await readJson({ client, request: { path: '/a', stop: NEVER }, clock, random: () => 0 });
    }
    const repeated = client.requests.length - 100;
    expect(repeated).toBeGreaterThan(10);
    expect(repeated).toBeLessThanOrEqual(10 + client.requests.length / 5);
  });

  it('does not try again once it is stopped', async () => {
    const stop = new AbortController();
    const { result, methods } = await read([RESET], { stop: stop.signal, onSleep: () => stop.abort() });
    expect(result).toMatchObject({ ok: false, failure: { detail: 'reset' } });
    expect(methods).toHaveLength(1);
  });

  it('lets a bug through', async () => {
    await expect(read([])).rejects.toThrow('one request more');
  });
});
