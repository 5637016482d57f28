import type { SideWatch } from '../lane/side-watch.ts';
import type { LocalRow } from '../ledger/local-news.ts';
import { toLocalRow } from '../ledger/to-local-row.ts';
import type { LocalPage, LocalSystem } from '../local/local-system.ts';
import type { RejectedRow } from '../report/rejected-row.ts';
import { isOfTheReport } from './is-of-the-report.ts';

export interface CompleteRowsDeps {
  readonly local: Pick<LocalSystem, 'readReport'>;
  readonly watch: Pick<SideWatch, 'noteRead'>;
  readonly halt: AbortSignal;
}

interface CompleteRows {
  readonly complete: readonly LocalRow[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * The rows of a page with their answers, the older look at a report first, so that the newer one has the last word. A list
 * that leaves the answers out is completed report by report. One that cannot be read alone is set apart, or it would stand
 * before all others for ever. `null` where the side itself did not answer.
 */
export async function completeRows(deps: CompleteRowsDeps, page: LocalPage): Promise<CompleteRows | null> {
  const complete: LocalRow[] = [];
  const rejected = [...page.rejected];
  for (const report of page.reports.toSorted((a, b) => a.updatedAt - b.updatedAt)) {
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
