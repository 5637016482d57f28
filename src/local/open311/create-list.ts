import type { Read } from '../../http/outcome.ts';
import type { RejectedRow } from '../../report/rejected-row.ts';
import type { Report } from '../../report/report.ts';
import type { KnownUpdates, Updates } from './create-updates.ts';
import type { ReadSpan } from './create-window-reader.ts';
import type { RejectedPart } from './open311-rows.ts';
import type { RequestRow } from './open311-wire.ts';
import { toReport } from './to-report.ts';

/** A row of the list, readable or not. */
export interface Open311Item {
  /** Last change, epoch milliseconds; 0 of one that cannot be read. */
  readonly at: number;
  readonly report: Report | null;
  readonly rejected: RejectedRow | null;
}

export interface ListDeps {
  readonly readRequests: ReadSpan<RequestRow>;
  readonly readRequest: (localId: string, stop: AbortSignal) => Promise<Read<RequestRow | null>>;
  readonly updates: Updates;
  readonly now: () => number;
}

const DAY_MS = 86_400_000;
/** No server of this kind is older. */
const OLDEST_MS = Date.UTC(2010, 0, 1);
/** What is younger is looked at in every reading: a request may be changed or closed without an update that says so. */
const YOUNG_MS = 30 * DAY_MS;

/** Reads what changed since a moment, the oldest change first; since 0: everything. */
export function createList(deps: ListDeps) {
  const { readRequests, updates, now } = deps;
  return async (sinceMs: number, stop: AbortSignal): Promise<Read<readonly Open311Item[]>> => {
    if (sinceMs === 0) updates.forget();
    const from = sinceMs === 0 ? OLDEST_MS : Math.min(sinceMs, now() - YOUNG_MS);
    // The server's clock may be ahead.
    const read = await readRequests({ from, to: now() + DAY_MS }, stop);
    if (!read.ok) return read;
    const rows = new Map(read.value.rows);
    const first = await updates.know(oldest(rows, sinceMs === 0 ? now() : from), stop);
    if (!first.ok) return first;
    const moved = sinceMs === 0 ? [] : first.value.since(sinceMs).filter((id) => !rows.has(id));
    const older = await addRequests(rows, { ...deps, ids: moved, stop });
    if (!older.ok) return older;
    const known = await updates.know(oldest(rows, from), stop);
    if (!known.ok) return known;
    const items = [...rows.values()].map((row) => itemOf(row, known.value));
    const rejected = read.value.rejected.map((row): Open311Item => ({ at: 0, report: null, rejected: plain(row) }));
    const changed = items.filter(({ at, report }) => report === null || at >= sinceMs);
    return { ok: true, value: [...rejected, ...changed].sort((a, b) => a.at - b.at || (idOf(a) < idOf(b) ? -1 : 1)) };
  };
}

/** Requests older than the list that have something new under them. One that the server no longer shows is left out. */
async function addRequests(
  rows: Map<string, RequestRow>,
  { readRequest, ids, stop }: ListDeps & { readonly ids: readonly string[]; readonly stop: AbortSignal },
): Promise<Read<null>> {
  for (const id of ids) {
    const read = await readRequest(id, stop);
    if (!read.ok) return read;
    if (read.value !== null) rows.set(id, read.value);
  }
  return { ok: true, value: null };
}

function itemOf(row: RequestRow, known: KnownUpdates): Open311Item {
  const bad = known.rejected.get(row.localId);
  // The others alone would hide the one that cannot be read.
  if (bad !== undefined) {
    return { at: 0, report: null, rejected: { ...plain(bad), key: row.localId, reason: 'response' } };
  }
  // A server without updates has nothing to ask for, report by report.
  const report = toReport(row, known.of(row.localId) ?? []);
  return { at: report.updatedAt, report, rejected: null };
}

function plain({ key, path, reason, fingerprint }: RejectedPart): RejectedRow {
  return { key, path, reason, fingerprint };
}

function oldest(rows: ReadonlyMap<string, RequestRow>, otherwise: number): number {
  return [...rows.values()].reduce((least, { createdAt }) => Math.min(least, createdAt), otherwise);
}

function idOf({ report, rejected }: Open311Item): string {
  return report?.localId ?? rejected?.key ?? '';
}
