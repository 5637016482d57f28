import { describe, expect, it } from 'vitest';
import { isAllowedForeign } from '../../src/http/is-allowed-foreign.ts';

/** Every host is on the list, so that only the address decides. */
function isAllowed(text: string): boolean {
  const url = new URL(text);
  return isAllowedForeign(url, [url.host]);
}

describe('isAllowedForeign()', () => {
  it.each([
    ['https://files.lapor.example/a', ['files.lapor.example']],
    ['https://FILES.lapor.example/a', ['Files.Lapor.Example']],
    ['https://files.lapor.example:8443/a', ['files.lapor.example:8443']],
    ['https://8.8.8.8/a', ['8.8.8.8']],
  ])('takes %s with %o', (url, hosts) => {
    expect(isAllowedForeign(new URL(url), hosts)).toBe(true);
  });

  it.each([
    ['https://files.lapor.example/a', []],
    ['https://files.lapor.example/a', ['lapor.example']],
    ['https://files.lapor.example.evil.example/a', ['files.lapor.example']],
    ['https://files.lapor.example:8443/a', ['files.lapor.example']],
    ['http://files.lapor.example/a', ['files.lapor.example']],
    ['https://a@files.lapor.example/a', ['files.lapor.example']],
    ['https://:b@files.lapor.example/a', ['files.lapor.example']],
  ])('refuses %s with %o', (url, hosts) => {
    expect(isAllowedForeign(new URL(url), hosts)).toBe(false);
  });

  // An address may be written in many ways; the URL parser brings them all to one.
  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://%31%32%37.0.0.1/',
    'https://１２７.0.0.1/',
    'https://0/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00::1]/',
    'https://169.254.169.254/latest/meta-data',
  ])('refuses %s even if it is listed', (url) => {
    expect(isAllowed(url)).toBe(false);
  });
});
