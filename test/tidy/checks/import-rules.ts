import { findImports } from '../find-imports.ts';
import { resolveImport } from '../resolve-import.ts';
import type { SourceFile } from '../source-file.ts';

/** Places are named by their path, a folder by its name and `/`, everything by ''. Types count like everything else. */
export type ImportRule =
  | { readonly from: string; readonly never: readonly string[] }
  | { readonly from: string; readonly only: readonly string[] };

/** Holds who may know whom. */
export function importRules(files: readonly SourceFile[], rules: readonly ImportRule[]): readonly string[] {
  return rules.flatMap((rule) =>
    files.filter((file) => isIn(rule.from, file.path)).flatMap((file) => breaches(file, rule)),
  );
}

function breaches({ path, text }: SourceFile, rule: ImportRule): readonly string[] {
  return findImports(text).flatMap(({ from, line }) => {
    const target = resolveImport(path, from);
    return target === null || isAllowed(target, rule) ? [] : [`${path}:${line} may not import ${target}`];
  });
}

function isAllowed(target: string, rule: ImportRule): boolean {
  return 'never' in rule
    ? !rule.never.some((place) => isIn(place, target))
    : rule.only.some((place) => isIn(place, target));
}

function isIn(place: string, path: string): boolean {
  return place === '' || place.endsWith('/') ? path.startsWith(place) : path === place;
}
