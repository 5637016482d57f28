import { blankText } from './blank-text.ts';
import { lineAt } from './line-at.ts';

export interface Import {
  /** As written: `./report.ts`, `node:crypto`. */
  readonly from: string;
  /** `import type` or `export type`: gone when the program runs. */
  readonly typeOnly: boolean;
  /** Imported names; `*` stands for the default or the whole module. */
  readonly names: readonly string[];
  readonly line: number;
}

const STATIC = /\b(?:import|export)\b(\s+type\b)?([\w\s{},*$]*?)\bfrom\s*(['"])(\s*)\3/g;
const BARE = /\bimport\s*\(?\s*(['"])(\s*)\1/g;

/** Every import and re-export of a TypeScript file, dynamic ones with a literal path too, in order of line. */
export function findImports(source: string): readonly Import[] {
  const code = blankText(source);
  const found: Import[] = [];
  for (const match of code.matchAll(STATIC)) {
    const [whole, type, clause = '', , blank = ''] = match;
    const end = match.index + whole.length - 1;
    const from = source.slice(end - blank.length, end);
    found.push({ from, typeOnly: type !== undefined, names: namesIn(clause), line: lineAt(source, match.index) });
  }
  for (const match of code.matchAll(BARE)) {
    const end = match.index + match[0].length - 1;
    const from = source.slice(end - (match[2] ?? '').length, end);
    found.push({ from, typeOnly: false, names: ['*'], line: lineAt(source, match.index) });
  }
  return found.sort((a, b) => a.line - b.line);
}

function namesIn(clause: string): readonly string[] {
  const braces = /\{([^}]*)\}/.exec(clause)?.[1];
  const outside = clause.replace(/\{[^}]*\}/, '').replace(/[\s,]/g, '');
  const inside = (braces ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s+as\s+/)[0] ?? '')
    .filter((name) => name !== '' && !name.startsWith('type '));
  return outside === '' ? inside : ['*', ...inside];
}
