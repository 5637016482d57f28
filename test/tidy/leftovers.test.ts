import { describe, expect, it } from 'vitest';
import { leftovers } from './checks/leftovers.ts';

describe('leftovers()', () => {
  // Each is put together from halves, so that this file passes the check that it tests.
  it.each([
    ['TO', 'DO', ': later'],
    ['FIX', 'ME', ': wrong'],
    ['X', 'XX', ' what is this'],
    ['@ts-', 'ignore', ''],
    ['@ts-', 'expect-error', ''],
    ['@ts-', 'nocheck', ''],
    ['biome-', 'ignore', ' lint: because'],
    ['eslint-', 'disable', '-next-line'],
    ['it.', 'only', "('x')"],
    ['it.', 'skip', "('x')"],
    ['describe.', 'skipIf', '(ci)'],
    ['test.', 'todo', "('x')"],
    ['it.', 'fails', "('x')"],
  ])('refuses %s%s', (first, second, rest) => {
    const text = `const a = 1;\n// ${first}${second}${rest}\n`;
    expect(leftovers([{ path: 'a.ts', text }])).toContain(`a.ts:2 leaves ${first}${second}`);
  });

  it('refuses a test that steps aside while it runs', () => {
    expect(leftovers([{ path: 'a.ts', text: ['context.sk', "ip('x')"].join('') }])).toHaveLength(1);
  });

  it('lets pass words that only contain one', () => {
    expect(leftovers([{ path: 'a.md', text: 'toDos MASTODON XXXX 0812-XXXX it.each(x) skipped' }])).toEqual([]);
  });
});
