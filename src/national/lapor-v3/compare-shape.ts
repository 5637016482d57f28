import type * as z from 'zod';

/**
 * One difference between an answer and what we believe of it:
 * - `envelope`: the answer as a whole has another form;
 * - `missing`, `type`: a field is not there, or of another kind;
 * - `new`: a field that we do not know.
 */
export interface ShapeDrift {
  readonly kind: 'envelope' | 'missing' | 'type' | 'new';
  /** `results.data[].status_name`; names of fields only, never a value. */
  readonly path: string;
  /** In how many places of the answer. */
  readonly count: number;
}

/** Where an answer differs from its shape: each kind of difference once, however many rows have it. */
export function compareShape(shape: z.ZodType, answer: unknown): readonly ShapeDrift[] {
  const results = fieldOf(answer, 'results');
  if (typeof results !== 'object' || results === null || Array.isArray(results)) {
    return [{ kind: 'envelope', path: topLevel(answer), count: 1 }];
  }
  const counts = new Map<string, number>();
  for (const { kind, path } of differences(shape, answer)) {
    const key = `${kind} ${path}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort().map(([key, count]) => {
    const [kind = '', path = ''] = key.split(' ');
    return { kind: kind as ShapeDrift['kind'], path, count };
  });
}

function differences(shape: z.ZodType, answer: unknown): readonly Omit<ShapeDrift, 'count'>[] {
  const parsed = shape.safeParse(answer);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue): readonly Omit<ShapeDrift, 'count'>[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ kind: 'new', path: nameOf([...issue.path, key]) }));
    }
    const value = issue.path.reduce<unknown>((from, key) => fieldOf(from, key), answer);
    return [{ kind: value === undefined ? 'missing' : 'type', path: nameOf(issue.path) }];
  });
}

function fieldOf(from: unknown, key: PropertyKey): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, key) ? Reflect.get(from, key) : undefined;
}

/** `results.data[].id`. A key that is no name of a field, such as a number or a text of somebody, is not shown. */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) =>
      typeof key === 'number' ? '[]' : `.${/^[A-Za-z_][\w-]{0,39}$/.test(String(key)) ? String(key) : '?'}`,
    )
    .join('')
    .replace(/^\./, '');
}

function topLevel(answer: unknown): string {
  if (Array.isArray(answer)) return '[]';
  if (typeof answer !== 'object' || answer === null) return typeof answer;
  const names = Object.keys(answer).map((key) => nameOf([key]));
  return names.length === 0 ? '{}' : `{${names.slice(0, 10).join(',')}}`;
}
