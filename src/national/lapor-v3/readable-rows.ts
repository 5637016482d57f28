import type * as z from 'zod';

/** Parses row by row: one that does not fit must not lose the others. */
export function readableRows<Value>(
  schema: z.ZodType<Value>,
  rows: readonly unknown[],
): { readonly readable: readonly Value[]; readonly unreadable: readonly unknown[] } {
  const results = rows.map((row) => ({ row, parsed: schema.safeParse(row) }));
  return {
    readable: results.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : [])),
    unreadable: results.flatMap(({ row, parsed }) => (parsed.success ? [] : [row])),
  };
}
