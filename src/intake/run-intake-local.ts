import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import { type ScanEnd, scanPages } from '../http/scan-pages.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LocalRow } from '../ledger/local-news.ts';
import type { LocalPage, LocalSystem } from '../local/local-system.ts';
import type { RejectedRow } from '../report/rejected-row.ts';
import type { Report } from '../report/report.ts';
import { isOfTheReport } from './is-of-the-report.ts';
import { recordRows } from './record-rows.ts';
import { rereadRows } from './reread-rows.ts';
import { toLocalRow } from './to-local-row.ts';

export interface IntakeLocalDeps {
  readonly ledger: Ledger;
  readonly local: LocalSystem;
  readonly config: Config;
  readonly overlapMs: number;
  readonly clock: Clock;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
  /** Told after every page: rows read so far. */
  readonly onProgress: (seen: number) => void;
}

export interface LocalIntake {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly quarantined: number;
}

const PAGES_MAX = 10_000;
const SCANS_MAX = 3;

/**
 * Reads everything that changed locally since the cursor, less an overlap, page by page to a proven end. The cursor
 * moves in the transaction of the last page; a scan that fails or proves nothing leaves it where it is. Where rows
 * moved between pages while they were read, one may have been missed: such a scan is read again, a few times.
 */
export async function runIntakeLocal(deps: IntakeLocalDeps): Promise<LocalIntake> {
  const total = { seen: 0, new: 0, changed: 0, quarantined: 0 };
  if (deps.watch.waits()) return total;
  let end: End | null = null;
  for (let attempt = 1; attempt <= SCANS_MAX && (end === null || end === 'disturbed'); attempt += 1) {
    const scanned = await scan(deps);
    end = scanned.end;
    total.seen = scanned.counts.seen;
    total.quarantined = scanned.counts.quarantined;
    total.new += scanned.counts.new;
    total.changed += scanned.counts.changed;
  }
  if (end === 'proven' || end === 'disturbed') {
    const reread = await rereadRows(deps);
    total.new += reread.new;
    total.changed += reread.changed;
  }
  const at = deps.clock.now();
  if (end === 'proven') await noteProven(deps, { isEmpty: total.seen === 0, at });
  else if (end === 'disturbed' || end === 'endless')
    await deps.ledger.raiseAlarm({ kind: 'paging', caseId: null, detail: 'local', at });
  if (end !== 'failed' && total.new + total.changed > 0) await deps.watch.noteRead(null, true);
  return total;
}

/**
 * The newest row that was ever read is always within the overlap: a list without it has lost it, or says nothing. A scan
 * that was recorded whole ends the brakes that earlier ones tripped.
 */
async function noteProven(deps: IntakeLocalDeps, { isEmpty, at }: { isEmpty: boolean; at: number }): Promise<void> {
  const { ledger } = deps;
  const isLost = isEmpty && ((await ledger.readCursor()) ?? 0) > 0;
  if (isLost) await ledger.raiseAlarm({ kind: 'empty-list', caseId: null, detail: 'local', at });
  await ledger.clearAlarms(
    ['paging', 'mass-privacy', 'mass-deletion', ...(isLost ? [] : (['empty-list'] as const))],
    at,
  );
}

/** One scan from the cursor to its end, or to the page that could not be read. */
async function scan(deps: IntakeLocalDeps): Promise<{ end: End; counts: LocalIntake }> {
  const counts = { seen: 0, new: 0, changed: 0, quarantined: 0 };
  const startedAt = deps.clock.now();
  const cursor = await deps.ledger.readCursor();
  const sinceMs = cursor === null ? 0 : Math.max(0, cursor - deps.overlapMs);
  let newest = cursor ?? 0;
  const readPage = (page: number) => deps.local.readPage({ sinceMs, page }, deps.halt);
  for await (const step of scanPages(readPage, { keysOf, pagesMax: PAGES_MAX })) {
    if (deps.halt.aborted) return { end: 'failed', counts };
    await deps.watch.noteRead(step.ok ? null : step.failure, false);
    if (!step.ok) return { end: 'failed', counts };
    const { reports, rejected, rowCount } = step.page;
    // A list can show a report twice: the older look comes first, so that the newer one has the last word.
    const rows = await completeRows(
      deps,
      reports.toSorted((a, b) => a.updatedAt - b.updatedAt),
    );
    if (rows === null) return { end: 'failed', counts };
    newest = Math.max(newest, ...reports.map(({ updatedAt }) => updatedAt));
    const position = step.end === 'proven' ? Math.min(newest, startedAt) : null;
    const recorded = await recordRows(deps, {
      rows: rows.complete,
      rejected: [...rejected, ...rows.rejected],
      position,
    });
    if (recorded === 'braked') return { end: 'braked', counts };
    counts.seen += rowCount;
    counts.new += recorded.new;
    counts.changed += recorded.changed;
    counts.quarantined += recorded.quarantined;
    deps.onProgress(counts.seen);
    if (step.end !== null) return { end: step.end, counts };
  }
  return { end: 'failed', counts };
}

type End = ScanEnd | 'failed' | 'braked';

function keysOf({ reports, rejected }: LocalPage): readonly string[] {
  return [...reports.map(({ localId }) => localId), ...rejected.map(({ key }) => key)];
}

interface CompleteRows {
  readonly complete: readonly LocalRow[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Rows with their answers: a list that leaves them out is completed report by report. One that cannot be read alone is
 * set apart, or it would stand before all others for ever. `null` where the side itself did not answer.
 */
async function completeRows(deps: IntakeLocalDeps, reports: readonly Report[]): Promise<CompleteRows | null> {
  const complete: LocalRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const report of reports) {
    if (report.responses !== null) {
      complete.push(toLocalRow(report));
      continue;
    }
    const read = await deps.local.readReport(report.localId, deps.halt);
    if (deps.halt.aborted) return null;
    if (!read.ok && isOfTheReport(read.failure)) {
      const { fingerprint } = toLocalRow(report);
      rejected.push({ key: report.localId, path: 'tanggapan', reason: 'unreadable', fingerprint });
      continue;
    }
    await deps.watch.noteRead(read.ok ? null : read.failure, false);
    if (!read.ok) return null;
    // Gone between list and detail: what the list said is what is known.
    complete.push(toLocalRow(read.value ?? { ...report, responses: [] }));
  }
  return { complete, rejected };
}
