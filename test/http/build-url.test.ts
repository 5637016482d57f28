import { describe, expect, it } from 'vitest';
import { buildUrl } from '../../src/http/build-url.ts';

describe('buildUrl()', () => {
  it.each([
    ['https://a.example', '/b', undefined, 'https://a.example/b'],
    ['https://a.example/v3///', '/b', undefined, 'https://a.example/v3/b'],
    ['https://a.example', '/b', {}, 'https://a.example/b'],
    ['https://a.example', '/b', { c: 1, d: 'e&f=g' }, 'https://a.example/b?c=1&d=e%26f%3Dg'],
    ['https://a.example', '/b?x=1', { c: 'é' }, 'https://a.example/b?x=1&c=%C3%A9'],
  ])('joins %s, %s and %o', (base, path, query, url) => {
    expect(buildUrl(base, path, query)).toBe(url);
  });

  it.each(['b', '', '.evil.example', '@evil.example/', ':8080/'])('refuses the path "%s"', (path) => {
    expect(() => buildUrl('https://a.example', path, undefined)).toThrow();
  });
});
