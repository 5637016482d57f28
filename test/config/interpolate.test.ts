import { describe, expect, it } from 'vitest';
import { interpolate } from '../../src/config/interpolate.ts';

const KEY = `\${TOKEN}`;
const env = { TOKEN: 'abc', NESTED: `\${TOKEN}`, EMPTY: '' };

describe('interpolate()', () => {
  it.each([
    [`\${TOKEN}`, 'abc'],
    [`Bearer \${TOKEN}`, 'Bearer abc'],
    [`\${TOKEN}-\${TOKEN}`, 'abc-abc'],
    [`{\${TOKEN}}`, '{abc}'],
    [`$\${TOKEN}`, `\${TOKEN}`],
    [`$$\${TOKEN}`, `$\${TOKEN}`],
    ['$TOKEN costs $5', '$TOKEN costs $5'],
    ['[Ref: {site}-{id}]', '[Ref: {site}-{id}]'],
  ])('turns %j into %j', (text, expected) => {
    expect(interpolate(text, env)).toEqual({ value: expected, findings: [] });
  });

  it('does not read again what came out of the environment', () => {
    expect(interpolate(`\${NESTED}`, env).value).toBe(`\${TOKEN}`);
  });

  it('replaces in text values only, at any depth', () => {
    const document = { [KEY]: [{ text: `\${TOKEN}`, number: 5, flag: true, nothing: null }] };

    expect(interpolate(document, env)).toEqual({
      value: { [KEY]: [{ text: 'abc', number: 5, flag: true, nothing: null }] },
      findings: [],
    });
  });

  it('names every missing or empty variable with its path and leaves the text as it was', () => {
    const document = { headers: { a: `x \${MISSING}`, b: `\${EMPTY}` }, list: [`\${TOKEN}`, `\${MISSING}`] };

    expect(interpolate(document, env)).toEqual({
      value: { headers: document.headers, list: ['abc', `\${MISSING}`] },
      findings: [
        { path: ['headers', 'a'], message: 'the environment variable MISSING is not set' },
        { path: ['headers', 'b'], message: 'the environment variable EMPTY is not set' },
        { path: ['list', 1], message: 'the environment variable MISSING is not set' },
      ],
    });
  });

  it.each([`\${}`, `\${TO-KEN}`, `\${TOKEN`, `\${1}`])('refuses %j, which names no variable', (text) => {
    expect(interpolate({ text }, env).findings).toEqual([
      { path: ['text'], message: expect.stringContaining('must be followed by a variable name') },
    ]);
  });

  it('does not take an inherited property for a variable', () => {
    expect(interpolate(`\${constructor}`, {}).findings).toHaveLength(1);
  });
});
