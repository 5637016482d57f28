import { describe, expect, it } from 'vitest';
import { resolveImport } from './resolve-import.ts';

describe('resolveImport()', () => {
  it.each([
    ['./b.ts', 'a/b.ts'],
    ['../c/d.ts', 'c/d.ts'],
    ['node:fs', null],
    ['zod', null],
  ])('resolves %s', (from, path) => {
    expect(resolveImport('a/a.ts', from)).toBe(path);
  });
});
