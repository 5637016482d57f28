import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/http/parse-json.ts';

function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + close.repeat(depth);
}

describe('parseJson()', () => {
  it('reads what JSON writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        const plain: unknown = JSON.parse(text);
        fc.pre(!text.includes('__proto__'));
        expect(parseJson(text)).toEqual({ ok: true, value: plain });
      }),
    );
  });

  it.each([
    ['7', 7],
    ['0', 0],
    ['-6.12', -6.12],
    ['9165816', 9165816],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['-0', '-0'],
    ['1.0', '1.0'],
    ['1e3', '1e3'],
    ['1E400', '1E400'],
    ['0.1', 0.1],
    ['0.1000000000000000055', '0.1000000000000000055'],
  ])('keeps the number %s as %o', (text, value) => {
    expect(parseJson(`{"id":[${text}]}`)).toEqual({ ok: true, value: { id: [value] } });
  });

  it.each([
    ['null', null],
    ['[]', []],
    ['"a"', 'a'],
    [' {"a" : "\\u0000\\ud83d" } ', { a: '\u0000\ud83d' }],
    ['\uFEFF{}', {}],
    ['{"constructor":1,"prototype":2,"toString":3}', { constructor: 1, prototype: 2, toString: 3 }],
    ['{"a":"__proto__"}', { a: '__proto__' }],
    ['{"a":"\\u00e9"}', { a: 'é' }],
  ])('reads %s', (text, value) => {
    expect(parseJson(text)).toEqual({ ok: true, value });
  });

  it.each([
    '',
    ' ',
    '{"a":1',
    '{"a":"b',
    '["a\\"]',
    '{"a":1,}',
    '[1,]',
    '[NaN]',
    '[Infinity]',
    '[01]',
    '[+1]',
    '[.5]',
    '[1.]',
    "{'a':1}",
    '{a:1}',
    '// a\n{}',
    '{}{}',
    '{} x',
    'callback({})',
    '"a\nb"',
    '"\\x41"',
    '"\\ud8"',
    'undefined',
    '<html>',
    '\uFEFF\uFEFF{}',
    '\u00a0{}',
    ']]]]',
  ])('refuses %j', (text) => {
    expect(parseJson(text)).toEqual({ ok: false, reason: 'syntax' });
  });

  it.each(['{"a":1,"a":2}', '[{"b":{"a":true,"c":1,"a":"true"}}]', '{"a":[1],"\\u0061":[2]}'])(
    'refuses the two values of one key in %s',
    (text) => {
      expect(parseJson(text)).toEqual({ ok: false, reason: 'duplicate-key' });
    },
  );

  it('lets pass a key that says the same thing twice', () => {
    expect(parseJson('{"a":{"b":1},"a":{"b":1}}')).toEqual({ ok: true, value: { a: { b: 1 } } });
  });

  it.each(['{"__proto__":{"admin":true}}', '[{"a":{"\\u005f_proto__":1}}]', '{"__proto_\\u005F":1}'])(
    'refuses the prototype in %s',
    (text) => {
      expect(parseJson(text)).toEqual({ ok: false, reason: 'hostile-key' });
    },
  );

  it('goes 64 levels deep and no deeper, however deep it is', () => {
    expect(parseJson(nested('[', ']', 64))).toMatchObject({ ok: true });
    expect(parseJson(nested('{"a":[', ']}', 32).replace('[]', '[1]'))).toMatchObject({ ok: true });
    for (const text of [nested('[', ']', 65), '['.repeat(1_000_000), `[${nested('{"a":[', ']}', 32)}]`]) {
      expect(parseJson(text)).toEqual({ ok: false, reason: 'too-deep' });
    }
  });

  it('does not count brackets within strings', () => {
    const brackets = ['[{'.repeat(200), `"${'['.repeat(200)}`, `\\"${'{'.repeat(200)}`, `${'['.repeat(200)}\\`];
    expect(parseJson(JSON.stringify(brackets))).toEqual({ ok: true, value: brackets });
  });
});
