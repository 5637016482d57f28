import type { SourceFile } from '../source-file.ts';

/** Holds the length of files. (That of functions, and their parameters, is the linter's.) */
export function sizes(files: readonly SourceFile[], linesMax: number): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    return lines > linesMax ? [`${path} has ${lines} lines, ${linesMax} are the most`] : [];
  });
}
