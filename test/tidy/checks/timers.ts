import { blankText } from '../blank-text.ts';
import { findImports } from '../find-imports.ts';
import { holdToList } from '../hold-to-list.ts';
import { lineAt } from '../line-at.ts';
import type { SourceFile } from '../source-file.ts';

const TIMER = /(?<![.\w])set(?:Timeout|Interval)\s*\(|\bAbortSignal\.timeout\b/;
const MODULE = /^(?:node:)?timers(?:\/promises)?$/;

/**
 * Holds that waiting is the clock's: `Clock.sleep` takes any length, where Node fires a timer of 2^31 ms or more at
 * once. The files in `allowed` set timers of lengths that are constant or that the configuration bounds.
 */
export function timers(files: readonly SourceFile[], allowed: readonly string[]): readonly string[] {
  return holdToList(new Map(files.map((file) => [file.path, uses(file)])), allowed);
}

function uses({ path, text }: SourceFile): readonly string[] {
  const code = blankText(text);
  const imported = findImports(text).find((item) => !item.typeOnly && MODULE.test(item.from));
  const set = TIMER.exec(code);
  return [
    ...(imported ? [`${path}:${imported.line} imports timers`] : []),
    ...(set ? [`${path}:${lineAt(code, set.index)} sets a timer`] : []),
  ];
}
