import type * as z from 'zod';
import { flawOf } from '../../http/flaw-of.ts';

/** Parses row by row: one that does not fit, or has a bad key, must not lose the others. */
export function readableRows<Value>(
  schema: z.ZodType<Value>,
  rows: readonly unknown[],
): { readonly readable: readonly Value[]; readonly unreadable: readonly unknown[] } {
  const results = rows.map((row) => ({ row, parsed: flawOf(row) === null ? schema.safeParse(row) : null }));
  return {
    readable: results.flatMap(({ parsed }) => (parsed?.success ? [parsed.data] : [])),
    unreadable: results.flatMap(({ row, parsed }) => (parsed?.success ? [] : [row])),
  };
}
