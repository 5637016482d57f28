import type * as z from 'zod';
import type { Read, ReadFailure } from '../../http/outcome.ts';
import type { PageWire } from './page-wire.ts';
import { readableRows } from './readable-rows.ts';

export interface PagedRows<Row> {
  /** In the order of reading; an id that came twice only once. */
  readonly rows: readonly Row[];
  /** Number of different rows that did not parse. */
  readonly unreadable: number;
}

const MAX_PAGES = 1000;
const ENDLESS: ReadFailure = { kind: 'malformed', status: null, detail: 'endless', retryAfterMs: null };

/**
 * Reads page after page, from 1, until one announces no more. A page that brings nothing new while more is announced
 * proves no end, and neither does the thousandth: both are `malformed`, detail `endless` (contract page, "Paging").
 */
export async function readPages<Row extends { readonly id: string }>(
  schema: z.ZodType<Row>,
  readPage: (page: number) => Promise<Read<PageWire>>,
): Promise<Read<PagedRows<Row>>> {
  const rows = new Map<string, Row>();
  const unreadable = new Set<string>();
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const read = await readPage(page);
    if (!read.ok) return read;
    const known = rows.size + unreadable.size;
    const parsed = readableRows(schema, read.value.rows);
    for (const row of parsed.readable) if (!rows.has(row.id)) rows.set(row.id, row);
    for (const row of parsed.unreadable) unreadable.add(JSON.stringify(row));
    if (!read.value.more) return { ok: true, value: { rows: [...rows.values()], unreadable: unreadable.size } };
    if (rows.size + unreadable.size === known) break;
  }
  return { ok: false, failure: ENDLESS };
}
