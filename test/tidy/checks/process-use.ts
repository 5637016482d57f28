import { blankText } from '../blank-text.ts';
import { findImports } from '../find-imports.ts';
import { holdToList } from '../hold-to-list.ts';
import { lineAt } from '../line-at.ts';
import type { SourceFile } from '../source-file.ts';

/** Holds that arguments, environment, signals and exit codes are the business of the few files in `allowed`. */
export function processUse(files: readonly SourceFile[], allowed: readonly string[]): readonly string[] {
  return holdToList(new Map(files.map((file) => [file.path, uses(file)])), allowed);
}

function uses({ path, text }: SourceFile): readonly string[] {
  const code = blankText(text);
  const imported = findImports(text).find((item) => !item.typeOnly && item.from === 'node:process');
  const touched = /(?<![.\w])process\s*[.[]/.exec(code);
  return [
    ...(imported ? [`${path}:${imported.line} imports process`] : []),
    ...(touched ? [`${path}:${lineAt(code, touched.index)} touches process`] : []),
  ];
}
