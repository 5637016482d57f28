import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from '../../scripts/source-hash.mjs';

describe('sourceHash()', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jembatan-hash-'));
    for (const folder of ['src', 'src/local', 'config', 'docs']) mkdirSync(join(root, folder));
    write('src/local/a.ts', 'a');
    write('config/jembatan.yaml', 'b');
    write('tsconfig.build.json', '{}');
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it.each([
    ['a source', 'src/local/a.ts'],
    ['a new source', 'src/b.ts'],
    ['the configuration', 'config/jembatan.yaml'],
    ["the compiler's settings", 'tsconfig.build.json'],
  ])('changes with %s', (_, path) => {
    const before = sourceHash(root);
    write(path, 'changed');
    expect(sourceHash(root)).not.toBe(before);
  });

  it('changes where the same bytes are divided otherwise', () => {
    write('src/local/a.ts', 'ab');
    write('src/local/b.ts', '');
    const before = sourceHash(root);
    write('src/local/a.ts', 'a');
    write('src/local/b.ts', 'b');
    expect(sourceHash(root)).not.toBe(before);
  });

  it('stays with what nothing is built from, and with the time of a file', () => {
    const before = sourceHash(root);
    write('docs/a.md', 'changed');
    utimesSync(join(root, 'src/local/a.ts'), 1, 1);
    expect(sourceHash(root)).toBe(before);
  });

  function write(path: string, text: string): void {
    writeFileSync(join(root, path), text);
  }
});
