import type * as z from 'zod';
import { categoriesMap } from './categories-map.ts';
import { check } from './check.ts';
import { deadlinesMap } from './deadlines-map.ts';
import { formatPath } from './format-path.ts';
import { holidaysMap } from './holidays-map.ts';
import { institutionsMap } from './institutions-map.ts';
import type { Problem } from './problem.ts';
import { type ReadFile, readYaml } from './read-yaml.ts';
import { statusesMap } from './statuses-map.ts';

export interface Maps {
  readonly categories: z.output<typeof categoriesMap>;
  readonly institutions: z.output<typeof institutionsMap>;
  readonly statuses: z.output<typeof statusesMap>;
  readonly deadlines: z.output<typeof deadlinesMap>;
  readonly holidays: z.output<typeof holidaysMap>;
}

/** Where each map is. */
export type MapFiles = Readonly<Record<keyof Maps, string>>;

type ReadOne<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type ReadAll =
  | { readonly ok: true; readonly maps: Maps }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the five map files and gives either all of them or every problem of every one. */
export function readMaps(files: MapFiles, readFile: ReadFile): ReadAll {
  const categories = readMap(files.categories, categoriesMap, readFile);
  const institutions = readMap(files.institutions, institutionsMap, readFile);
  const statuses = readMap(files.statuses, statusesMap, readFile);
  const deadlines = readMap(files.deadlines, deadlinesMap, readFile);
  const holidays = readMap(files.holidays, holidaysMap, readFile);
  if (categories.ok && institutions.ok && statuses.ok && deadlines.ok && holidays.ok) {
    return {
      ok: true,
      maps: {
        categories: categories.value,
        institutions: institutions.value,
        statuses: statuses.value,
        deadlines: deadlines.value,
        holidays: holidays.value,
      },
    };
  }
  const all = [categories, institutions, statuses, deadlines, holidays];
  return { ok: false, problems: all.flatMap((one) => (one.ok ? [] : one.problems)) };
}

function readMap<Value>(file: string, schema: z.ZodType<Value>, readFile: ReadFile): ReadOne<Value> {
  const read = readYaml(file, readFile);
  if (!read.ok) return read;
  const checked = check(schema, read.value);
  if (checked.ok) return checked;
  return {
    ok: false,
    problems: checked.findings.map(({ path, message }) => ({ file, path: formatPath(path), message })),
  };
}
