import type { SqlRow } from './create-connections.ts';
import type { ScanPosition } from './scan-position.ts';

/** One reading from where it began: where each of its pages so far begins, and the rows of the last one. */
export interface Scan {
  readonly positions: ScanPosition[];
  before: readonly SqlRow[];
}

/** Readings that go on at the same time: the news, and the comparison. */
const SCANS_KEPT = 4;

/** The scan that `page` belongs to; the first page begins it anew, and so does one that lies beyond what is known. */
export function startScan(
  scans: Map<number, Scan>,
  { sinceMs, page, since }: { readonly sinceMs: number; readonly page: number; readonly since: string },
): Scan {
  const known = scans.get(sinceMs);
  const isKnown = page > 1 && known?.positions[page - 1] !== undefined;
  const scan: Scan = isKnown
    ? { positions: known.positions.slice(0, page), before: page === known.positions.length ? known.before : [] }
    : { positions: [{ since, afterId: '' }], before: [] };
  scans.delete(sinceMs);
  scans.set(sinceMs, scan);
  for (const oldest of scans.keys()) {
    if (scans.size <= SCANS_KEPT) break;
    scans.delete(oldest);
  }
  return scan;
}
