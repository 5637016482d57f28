import { describe, expect, it } from 'vitest';
import { hasProvenEnd } from '../../src/http/has-proven-end.ts';

describe('hasProvenEnd()', () => {
  it.each([
    [{ 'content-length': '3' }, true],
    [{ 'transfer-encoding': 'chunked' }, true],
    [{ 'content-encoding': 'gzip' }, true],
    [{ 'content-encoding': 'identity' }, false],
    [{ 'content-type': 'image/png' }, false],
  ])('says of %o: %s', (headers, proven) => {
    expect(hasProvenEnd({ kind: 'answered', status: 200, headers, body: Buffer.from('abc') })).toBe(proven);
  });
});
