import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue } from '../../src/report/canonical-json.ts';

describe('canonicalJson()', () => {
  it.each<[JsonValue, string]>([
    [null, 'null'],
    [true, 'true'],
    [-0, '0'],
    [1e21, '1e+21'],
    ['a"\n', '"a\\"\\n"'],
    [[1, [2], {}], '[1,[2],{}]'],
    [{ b: 1, a: { d: undefined, c: [] } }, '{"a":{"c":[]},"b":1}'],
    [{ aa: 1, 'a!': 2, a: 3 }, '{"a":3,"a!":2,"aa":1}'],
    ['Jose\u0301', '"Jos\u00e9"'],
    ['\ud800', '"\ufffd"'],
  ])('writes %j as %s', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it('does not depend on the order of insertion, not even for keys that NFC makes equal', () => {
    expect(canonicalJson({ 'e\u0301': 1, '\u00e9': 2 })).toBe(canonicalJson({ '\u00e9': 2, 'e\u0301': 1 }));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('throws on %s', (number) => {
    expect(() => canonicalJson({ a: [number] })).toThrow(TypeError);
  });

  it('is JSON of an equal value, and the canonical form of it is itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as JsonValue);
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
      }),
    );
  });
});
