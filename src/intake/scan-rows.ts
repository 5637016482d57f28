import { type ScanEnd, scanPages } from '../http/scan-pages.ts';
import type { LocalPage, LocalSystem } from '../local/local-system.ts';
import { type CompleteRowsDeps, completeRows } from './complete-rows.ts';
import type { RecordDeps } from './record-rows.ts';
import { recordRows } from './record-rows.ts';

export interface ScanRowsDeps extends RecordDeps, CompleteRowsDeps {
  readonly local: Pick<LocalSystem, 'readPage' | 'readReport'>;
}

export interface ScanQuery {
  readonly sinceMs: number;
  /** From 1. */
  readonly firstPage: number;
  /** Where the cursor moves with a page; `newest`: last change seen so far, epoch milliseconds, 0 before any. */
  readonly positionOf: (end: ScanEnd | null, newest: number) => number | null;
  /** Told after every page how many rows were read; false: that is enough for now. */
  readonly goesOn: (seen: number) => boolean;
}

export interface Scanned {
  /** `failed`: a page could not be read, or nothing more may begin; `cut`: it was enough for now. */
  readonly end: ScanEnd | 'failed' | 'braked' | 'cut';
  /** The first page that is not recorded. */
  readonly nextPage: number;
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly quarantined: number;
}

const PAGES_MAX = 10_000;

/** Reads and records the list of the local side page by page, to its end or to the page that could not be read. */
export async function scanRows(deps: ScanRowsDeps, query: ScanQuery): Promise<Scanned> {
  const counts = { nextPage: query.firstPage, seen: 0, new: 0, changed: 0, quarantined: 0 };
  let newest = 0;
  const readPage = (number: number) =>
    deps.local.readPage({ sinceMs: query.sinceMs, page: query.firstPage + number - 1 }, deps.halt);
  for await (const step of scanPages(readPage, { keysOf, pagesMax: PAGES_MAX })) {
    if (deps.halt.aborted) return { end: 'failed', ...counts };
    await deps.watch.noteRead(step.ok ? null : step.failure, false);
    if (!step.ok) return { end: 'failed', ...counts };
    const rows = await completeRows(deps, step.page);
    if (rows === null) return { end: 'failed', ...counts };
    newest = Math.max(newest, ...step.page.reports.map(({ updatedAt }) => updatedAt));
    const recorded = await recordRows(deps, {
      rows: rows.complete,
      rejected: rows.rejected,
      position: query.positionOf(step.end, newest),
    });
    if (recorded === 'braked') return { end: 'braked', ...counts };
    counts.nextPage += 1;
    counts.seen += step.page.rowCount;
    counts.new += recorded.new;
    counts.changed += recorded.changed;
    counts.quarantined += recorded.quarantined;
    const goesOn = query.goesOn(counts.seen);
    if (step.end !== null) return { end: step.end, ...counts };
    if (!goesOn) return { end: 'cut', ...counts };
  }
  return { end: 'failed', ...counts };
}

function keysOf({ reports, rejected }: LocalPage): readonly string[] {
  return [...reports.map(({ localId }) => localId), ...rejected.map(({ key }) => key)];
}
