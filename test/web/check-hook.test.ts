import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkHook, HOOK_WINDOW_MS, type SignedHook } from '../../src/web/check-hook.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';

const SECRET = 'rahasia-kota-dan-jembatan';
const BODY = Buffer.from('{"id":"1042"}');
const TIMESTAMP = String(MONDAY_MS / 1_000);

function sign(timestamp: string, body: Uint8Array = BODY, secret = SECRET): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

function check(change: Partial<SignedHook> = {}, now = MONDAY_MS) {
  return checkHook(
    { timestamp: TIMESTAMP, signature: sign(TIMESTAMP), body: BODY, ...change },
    { secret: SECRET, now },
  );
}

describe('checkHook()', () => {
  it('knows a known signature', () => {
    // printf '%s.%s' 1785718800 '{"id":"1042"}' | openssl dgst -sha256 -hmac rahasia-kota-dan-jembatan
    expect(TIMESTAMP).toBe('1785718800');
    expect(check()).toBe('signed');
    expect(check({ signature: sign(TIMESTAMP).toUpperCase().replace('SHA256', 'sha256') })).toBe('signed');
  });

  it.each<readonly [string, Partial<SignedHook>]>([
    ['no signature', { signature: undefined }],
    ['no timestamp', { timestamp: undefined }],
    ['a bare signature', { signature: sign(TIMESTAMP).slice('sha256='.length) }],
    ['a short signature', { signature: sign(TIMESTAMP).slice(0, -1) }],
    ['a timestamp that is no number', { timestamp: '1785718800.0' }],
    ['a timestamp before 1970', { timestamp: '-5' }],
  ])('is unsigned with %s', (_name, change) => {
    expect(check(change)).toBe('unsigned');
  });

  it.each<readonly [string, Partial<SignedHook>]>([
    ['another body', { body: Buffer.from('{"id":"1043"}') }],
    ['another timestamp', { timestamp: String(Number(TIMESTAMP) + 1) }],
    ['another secret', { signature: sign(TIMESTAMP, BODY, 'x') }],
  ])('is wrong with %s', (_name, change) => {
    expect(check(change)).toBe('wrong-signature');
  });

  it.each([
    [-HOOK_WINDOW_MS - 1, 'stale'],
    [-HOOK_WINDOW_MS, 'signed'],
    [HOOK_WINDOW_MS, 'signed'],
    [HOOK_WINDOW_MS + 1, 'stale'],
  ] as const)('%i ms later it is %s', (byMs, result) => {
    expect(check({}, MONDAY_MS + byMs)).toBe(result);
  });

  it('says of a stale one without the secret only that it is wrong', () => {
    expect(check({ signature: sign(TIMESTAMP, BODY, 'x') }, MONDAY_MS + 2 * HOOK_WINDOW_MS)).toBe('wrong-signature');
  });
});
