import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTree } from './read-tree.ts';

describe('readTree()', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jembatan-tree-'));
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it('reads what is written here, sorted, and neither what is made or installed nor pictures', () => {
    put('src/local/b.ts', 'b');
    put('src/a.ts', 'a');
    put('.ci/run', 'c');
    put('docs/photo.png', 'PNG\0');
    for (const made of ['node_modules/x.js', 'dist/x.js', 'dist-12/x.js', 'coverage/x.js', 'data/x.db', '.git/x']) {
      put(made, 'x');
    }
    expect(readTree(root)).toEqual([
      { path: '.ci/run', text: 'c' },
      { path: 'src/a.ts', text: 'a' },
      { path: 'src/local/b.ts', text: 'b' },
    ]);
  });

  function put(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
