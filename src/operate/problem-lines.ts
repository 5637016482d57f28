import type { Problem } from '../config/problem.ts';

/** What is wrong or doubtful in a configuration, an indented line each: file, place in it, and what it is. */
export function problemLines(problems: readonly Problem[]): string {
  return problems.map(({ file, path, message }) => `  ${file}: ${path === '' ? '' : `${path}: `}${message}\n`).join('');
}
