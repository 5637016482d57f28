import type { Problem } from '../config/problem.ts';
import { problemWords } from './problem-words.ts';
import type { Locale } from './say.ts';

/** What is wrong or doubtful in a configuration, an indented line each: file, place in it, and what it is. */
export function problemLines(locale: Locale, problems: readonly Problem[]): string {
  return problems
    .map(({ file, path, message }) => `  ${file}: ${path === '' ? '' : `${path}: `}${problemWords(locale, message)}\n`)
    .join('');
}
