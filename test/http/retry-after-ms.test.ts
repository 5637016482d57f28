import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../src/http/retry-after-ms.ts';

const NOW = Date.UTC(2026, 6, 1, 0, 0, 0);
const SIX_HOURS_MS = 6 * 60 * 60 * 1000;

describe('retryAfterMs()', () => {
  it.each([
    ['65', 65_000],
    [' 0 ', 0],
    ['99999999999999999999', SIX_HOURS_MS],
    ['Wed, 01 Jul 2026 00:01:05 GMT', 65_000],
    ['Wednesday, 01-Jul-26 00:01:05 GMT', 65_000],
    ['Wed Jul  1 00:01:05 2026', 65_000],
    ['Tue, 30 Jun 2026 23:59:59 GMT', 0],
    ['Tue, 01 Jul 2036 00:00:00 GMT', SIX_HOURS_MS],
  ])('reads %s', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });

  it.each([
    undefined,
    '',
    'soon',
    '-5',
    '1.5',
    '1e3',
    '0x10',
    '65 s',
    '2026-07-01T00:01:05Z',
    'Thu, 31 Jun 2026 00:00:00 GMT',
  ])('makes nothing of %o', (header) => {
    expect(retryAfterMs(header, NOW)).toBeNull();
  });
});
