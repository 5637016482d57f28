import { lineAt } from '../line-at.ts';
import type { SourceFile } from '../source-file.ts';

/** Each is put together from halves, so that this file does not contain what it looks for. */
const LEFTOVERS: readonly RegExp[] = [
  pattern('\\bTO', 'DO\\b'),
  pattern('\\bFIX', 'ME\\b'),
  pattern('\\bX', 'XX\\b'),
  pattern('@ts-', '(?:ignore|nocheck|expect-error)'),
  pattern('biome-', 'ignore'),
  pattern('eslint-', 'disable'),
  pattern('\\b(?:it|test|describe)\\.', '(?:only|skip|skipIf|runIf|todo|fails)\\b'),
  pattern('\\.sk', 'ip\\('),
];

/** Holds that nothing half-done or switched off stays in the tree. (Debugging output and `any` are the linter's.) */
export function leftovers(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    LEFTOVERS.flatMap((word) =>
      [...text.matchAll(word)].map((match) => `${path}:${lineAt(text, match.index)} leaves ${match[0]}`),
    ),
  );
}

function pattern(...halves: readonly string[]): RegExp {
  return new RegExp(halves.join(''), 'g');
}
