import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const INVARIANTS = Array.from({ length: 38 }, (_, index) => `I${index + 1}`);

describe('the planted bugs', () => {
  it('are forty at least, each with a name of its own', () => {
    expect(MUTANTS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  });

  it('break every invariant', () => {
    const broken = new Set(MUTANTS.map(({ breaks }) => breaks));
    expect(INVARIANTS.filter((invariant) => !broken.has(invariant))).toEqual([]);
    expect([...broken].filter((invariant) => !INVARIANTS.includes(invariant))).toEqual([]);
  });

  it.each(MUTANTS)('can still be planted: $name', ({ test, and = [], ...mutant }) => {
    for (const { file, from, to } of [mutant, ...and]) {
      const count = readFileSync(join(ROOT, file), 'utf8').split(from).length - 1;
      expect({ file, from, count }).toEqual({ file, from, count: 1 });
      expect(to).not.toBe(from);
    }
    if (test !== undefined) expect(existsSync(join(ROOT, test))).toBe(true);
  });
});
