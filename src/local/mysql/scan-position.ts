import type { SqlRow } from './create-connections.ts';
import type { ScanOrder } from './statements.ts';

/** Where a page begins. */
export interface ScanPosition {
  /** Text in the zone of the configuration. */
  readonly since: string;
  /** `''`: before every id. */
  readonly afterId: string;
}

/** What a page of an own statement shows about its order. */
export type NextPosition =
  | { readonly type: 'end' }
  | { readonly type: 'page'; readonly position: ScanPosition }
  /** The page before came again: this statement orders by time of change, so that `since` has to move, too. */
  | { readonly type: 'by-change'; readonly position: ScanPosition }
  | { readonly type: 'no-way' };

export interface PageRead {
  readonly rows: readonly SqlRow[];
  readonly position: ScanPosition;
  readonly limit: number;
  readonly order: ScanOrder | null;
  /** Rows of the page before; empty before any. */
  readonly before: readonly SqlRow[];
}

/** Where the scan goes on after a page. A short page is the last one. */
export function nextPosition({ rows, position, limit, order, before }: PageRead): NextPosition {
  const known = new Set(before.map(({ id }) => id));
  if (order === null && rows.some(({ id }) => known.has(id))) {
    const since = changedAt(before.at(-1));
    const afterId = before.at(-1)?.id;
    if (since === null || afterId == null) return { type: 'no-way' };
    return { type: 'by-change', position: { since, afterId } };
  }
  if (order === 'at-once' || rows.length < limit) return { type: 'end' };
  const last = rows.at(-1);
  if (last?.id == null) return { type: 'no-way' };
  if (order !== 'by-change') return { type: 'page', position: { since: position.since, afterId: last.id } };
  const since = changedAt(last);
  return since === null ? { type: 'no-way' } : { type: 'page', position: { since, afterId: last.id } };
}

/** As the statement compares it: without the offset that was put behind a TIMESTAMP. */
function changedAt(row: SqlRow | undefined): string | null {
  return row?.updated_at?.replace(/[+-]\d\d:\d\d$/, '') ?? null;
}
