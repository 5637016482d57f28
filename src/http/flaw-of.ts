import { TWO_VALUES } from './two-values.ts';

export type Flaw = 'duplicate-key' | 'hostile-key';

/**
 * The first bad key in a value of parsed JSON, `except` for what lies in that part of it: one that came twice with
 * different values (`TWO_VALUES`), or `__proto__`. `null`: there is none.
 */
export function flawOf(value: unknown, except?: unknown): Flaw | null {
  if (value === TWO_VALUES) return 'duplicate-key';
  if (typeof value !== 'object' || value === null || value === except) return null;
  if (Object.hasOwn(value, '__proto__')) return 'hostile-key';
  for (const member of Object.values(value)) {
    const flaw = flawOf(member, except);
    if (flaw !== null) return flaw;
  }
  return null;
}
