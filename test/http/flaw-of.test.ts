import { describe, expect, it } from 'vitest';
import { flawOf } from '../../src/http/flaw-of.ts';
import { parseJson } from '../../src/http/parse-json.ts';

describe('flawOf()', () => {
  it.each([
    ['{"a":[{"b":1}]}', null],
    ['"__proto__"', null],
    ['{"a":{"b":1},"a":{"b":1}}', null],
    ['[{"a":1,"a":2}]', 'duplicate-key'],
    ['{"a":1,"a":2,"a":1}', 'duplicate-key'],
    ['{"a":{"b":1},"a":{"b":2}}', 'duplicate-key'],
    ['{"a":[{"__proto__":1}]}', 'hostile-key'],
    ['[{"\\u005f_proto__":{}}]', 'hostile-key'],
  ])('finds in %s: %s', (text, flaw) => {
    expect(flawOf(parsed(text))).toBe(flaw);
  });

  it('passes over what lies in the part that is looked at elsewhere', () => {
    const page = parsed('{"data":[{"a":1,"a":2}],"meta":{}}') as { data: object };
    expect([flawOf(page), flawOf(page, page.data)]).toEqual(['duplicate-key', null]);
  });

  it('leaves the prototype of what was parsed alone', () => {
    expect(Object.getPrototypeOf(parsed('{"__proto__":{"admin":true}}'))).toBe(Object.prototype);
  });
});

function parsed(text: string): unknown {
  const read = parseJson(text, true);
  return read.ok ? read.value : read.reason;
}
