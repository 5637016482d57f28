import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';

/** A copy of the sources and tests in which bugs are planted, one mutant at a time. */
export interface Tree {
  readonly folder: string;
  /** Gives the way to take it out again. Throws where a text does not occur exactly once. */
  plant(mutant: Mutant): () => void;
  remove(): void;
}

const PARTS = ['src', 'test', 'config', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

export function makeTree(root: string): Tree {
  const folder = mkdtempSync(join(tmpdir(), 'jembatan-mutants-'));
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    plant(mutant) {
      const before = new Map<string, string>();
      for (const { file, from, to } of [mutant, ...(mutant.and ?? [])]) {
        const path = join(folder, file);
        const text = readFileSync(path, 'utf8');
        if (!before.has(path)) before.set(path, text);
        if (text.split(from).length !== 2) throw new Error(`not once in ${file}: ${from}`);
        writeFileSync(
          path,
          text.replace(from, () => to),
        );
      }
      return () => {
        for (const [path, text] of before) writeFileSync(path, text);
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
