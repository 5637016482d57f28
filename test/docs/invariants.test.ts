import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLifecycle } from './read-lifecycle.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Each as its name, what is said of it, and what it cites. */
const invariants = readLifecycle('Invariants')
  .split(/^(?=\*\*I\d)/m)
  .slice(1)
  .map((text) => {
    const [name = '', ...said] = text.trim().split(/\n(?=- )/);
    return {
      id: /^\*\*(I\d+) [^*]+\*\*/.exec(name)?.[1] ?? name,
      cited: said.filter((line) => !line.startsWith('- Open: ')),
    };
  });

describe('the page on invariants', () => {
  it('tells each from I1 to I38 once', () => {
    expect(invariants.map(({ id }) => id)).toEqual(Array.from({ length: 38 }, (_, index) => `I${index + 1}`));
  });

  it.each(invariants)('names tests of $id that are there', ({ cited }) => {
    expect(cited).not.toEqual([]);
    expect(cited.filter((line) => !isThere(line))).toEqual([]);
  });
});

/** True where the file has a test, a group or a finding whose name begins so. */
function isThere(line: string): boolean {
  const [, path, name] = /^- `(test\/[\w./-]+)` "(.+)"$/.exec(line) ?? [];
  if (path === undefined || !existsSync(join(ROOT, path))) return false;
  const text = readFileSync(join(ROOT, path), 'utf8');
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}`));
}
