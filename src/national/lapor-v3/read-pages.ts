import type * as z from 'zod';
import type { Read, ReadFailure } from '../../http/outcome.ts';
import { scanPages } from '../../http/scan-pages.ts';
import type { PageWire } from './page-wire.ts';
import { readableRows } from './readable-rows.ts';

export interface PagedRows<Row> {
  /** In the order of reading; an id that came twice only once. */
  readonly rows: readonly Row[];
  /** Number of different rows that did not parse. */
  readonly unreadable: number;
}

const PAGES_MAX = 1_000;
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
  const parsedPage = async (number: number) => {
    const read = await readPage(number);
    if (!read.ok) return read;
    const parsed = readableRows(schema, read.value.rows);
    const value = { readable: parsed.readable, unreadable: parsed.unreadable.map((row) => JSON.stringify(row)) };
    return { ok: true, value: { ...value, more: read.value.more } } as const;
  };
  for await (const step of scanPages(parsedPage, { keysOf, pagesMax: PAGES_MAX })) {
    if (!step.ok) return step;
    for (const row of step.page.readable) if (!rows.has(row.id)) rows.set(row.id, row);
    for (const row of step.page.unreadable) unreadable.add(row);
    if (step.end === 'endless') return { ok: false, failure: ENDLESS };
  }
  return { ok: true, value: { rows: [...rows.values()], unreadable: unreadable.size } };
}

function keysOf(page: {
  readonly readable: readonly { readonly id: string }[];
  readonly unreadable: readonly string[];
}): readonly string[] {
  return [...page.readable.map(({ id }) => id), ...page.unreadable];
}
