/**
 * The value at a dotted path, `undefined` where a step is missing. Only own properties count: `constructor` or
 * `__proto__`, in a path or in a row, lead nowhere.
 */
export function readPath(value: unknown, path: string): unknown {
  let current = value;
  for (const step of path.split('.')) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}
