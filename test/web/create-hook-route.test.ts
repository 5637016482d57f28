import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHookRoute } from '../../src/web/create-hook-route.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const SECRET = 'rahasia-kota-dan-jembatan';
const MINUTE_MS = 60_000;

function start() {
  const clock = createFakeClock();
  const heard: (string | null)[] = [];
  const outcomes: string[] = [];
  const route = createHookRoute({
    secret: SECRET,
    clock,
    onHook: (localId) => heard.push(localId),
    onOutcome: (outcome) => outcomes.push(outcome),
  });

  function call(text: string | Uint8Array, timestamp = String(Math.floor(clock.now() / 1_000)), headers = {}) {
    const body = Buffer.from(text);
    const signature = `sha256=${createHmac('sha256', SECRET).update(`${timestamp}.`).update(body).digest('hex')}`;
    const signed = { 'x-jembatan-timestamp': timestamp, 'x-jembatan-signature': signature, ...headers };
    return route.handle({ query: new URLSearchParams(), headers: signed, body }).status;
  }

  return { clock, heard, outcomes, call };
}

describe('POST /hooks/local', () => {
  it.each<readonly [string, string | null]>([
    ['{"id":"1042"}', '1042'],
    ['{"id":1042}', '1042'],
    ['{"id":"RBG-2026.7_a"}', 'RBG-2026.7_a'],
    ['{"id":null,"event":"updated"}', null],
    ['{}', null],
    ['', null],
  ])('takes %s', (body, localId) => {
    const { call, heard, outcomes } = start();
    expect(call(body)).toBe(202);
    expect([heard, outcomes]).toEqual([[localId], ['accepted']]);
  });

  it.each([
    ['no JSON', 'id=1042'],
    ['no object', '"1042"'],
    ['an id with a path', '{"id":"../1"}'],
    ['an id of dots', '{"id":".."}'],
    ['an empty id', '{"id":""}'],
    ['an id that is endless', `{"id":"${'1'.repeat(101)}"}`],
    ['no text', new Uint8Array([0x7b, 0xff, 0x7d])],
  ])('refuses a body with %s', (_name, body) => {
    const { call, heard } = start();
    expect(call(body)).toBe(400);
    expect(heard).toEqual([]);
  });

  it('takes the same call once, as long as its time is within the window', () => {
    const { call, clock, heard } = start();
    const ahead = String(Math.floor(clock.now() / 1_000) + 240);
    expect([call('{}', ahead), call('{}', ahead)]).toEqual([202, 409]);
    clock.advance(9 * MINUTE_MS);
    expect(call('{}', ahead)).toBe(409);
    clock.advance(MINUTE_MS);
    expect(call('{}', ahead)).toBe(401);
    expect(call('{}')).toBe(202);
    expect(heard).toHaveLength(2);
  });

  it('refuses what is not signed, wrongly or too long ago, and hears nothing of it', () => {
    const { call, clock, heard, outcomes } = start();
    const old = String(Math.floor(clock.now() / 1_000) - 301);
    call('{}', undefined, { 'x-jembatan-signature': undefined });
    call('{}', undefined, { 'x-jembatan-signature': ['a', 'b'] });
    call('{}', undefined, { 'x-jembatan-signature': `sha256=${'0'.repeat(64)}` });
    call('{}', old);
    expect([outcomes, heard]).toEqual([['unsigned', 'unsigned', 'wrong-signature', 'stale'], []]);
  });

  it('remembers no more than it can bear', () => {
    const { call, clock } = start();
    const seconds = Math.floor(clock.now() / 1_000);
    for (let index = 0; index < 10_000; index += 1) call(`{"id":${index}}`, String(seconds));
    expect(call('{"id":"x"}', String(seconds))).toBe(503);
    clock.advance(6 * MINUTE_MS);
    expect(call('{}')).toBe(202);
  });
});
