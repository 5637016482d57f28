import type { RejectedRow } from '../../report/rejected-row.ts';
import type { Report } from '../../report/report.ts';
import type { FolderState, KnownRejected } from './folder-state.ts';
import { viewReport } from './view-report.ts';

/** One row of the list, readable or not. */
export interface FolderItem {
  /** When it was taken, epoch milliseconds. */
  readonly at: number;
  readonly line: number;
  readonly report: Report | null;
  readonly rejected: RejectedRow | null;
}

/** What was taken at or after a moment, the oldest first. `isShown` says which of what was rejected still counts. */
export function folderItems(
  state: FolderState,
  { sinceMs, isShown }: { readonly sinceMs: number; readonly isShown: (row: KnownRejected) => boolean },
): readonly FolderItem[] {
  const shown = [...state.rejected.values()].filter(isShown);
  const hidden = new Set(shown.map(({ key }) => key));
  const reports = [...new Set([...state.rows.keys(), ...state.made.keys()])].flatMap((id): readonly FolderItem[] => {
    const report = hidden.has(id) ? null : viewReport(state, id);
    const line = state.rows.get(id)?.line ?? state.made.get(id)?.line ?? 0;
    return report === null ? [] : [{ at: report.updatedAt, line, report, rejected: null }];
  });
  const rejected = shown.map(({ key, path, reason, fingerprint, at, line }): FolderItem => {
    return { at, line, report: null, rejected: { key, path, reason, fingerprint } };
  });
  return [...reports, ...rejected].filter(({ at }) => at >= sinceMs).sort((a, b) => a.at - b.at || a.line - b.line);
}
