/**
 * A list as PHP writes it: an array, or an object with numeric keys where a filter had left gaps in the array.
 * `null`: something else.
 */
export function asList(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)) ? entries.map(([, item]) => item) : null;
}
