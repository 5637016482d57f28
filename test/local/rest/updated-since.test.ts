import { describe, expect, it } from 'vitest';
import { updatedSince } from '../../../src/local/rest/updated-since.ts';

describe('updatedSince()', () => {
  it.each([
    ['the beginning', 0, 'Asia/Jakarta', '1970-01-01T07:00:00+07:00'],
    ['before the beginning', -1, 'UTC', '1970-01-01T00:00:00+00:00'],
    ['a fraction, cut', Date.parse('2026-07-01T01:00:00.999Z'), 'Asia/Jakarta', '2026-07-01T08:00:00+07:00'],
    ['another zone', Date.parse('2026-12-31T16:00:00Z'), 'Asia/Jayapura', '2027-01-01T01:00:00+09:00'],
  ])('writes %s', (_case, sinceMs, zone, text) => {
    expect(updatedSince(sinceMs, zone)).toBe(text);
  });

  it('throws for a zone that does not exist', () => {
    expect(() => updatedSince(0, 'Asia/Nowhere')).toThrow(RangeError);
  });
});
