import type { SideWatch } from '../lane/side-watch.ts';
import { toLocalRow } from '../ledger/to-local-row.ts';
import type { LocalSystem } from '../local/local-system.ts';
import { isOfTheReport } from './is-of-the-report.ts';
import { type RecordDeps, recordRows } from './record-rows.ts';

export interface ReadNamedDeps extends RecordDeps {
  readonly local: Pick<LocalSystem, 'readReport'>;
  readonly watch: Pick<SideWatch, 'noteRead'>;
  readonly halt: AbortSignal;
}

/**
 * Reads these reports by their ids, whatever the list says of them: the application told that they changed. One that it does
 * not give is left to the list.
 */
export async function readNamed(
  deps: ReadNamedDeps,
  localIds: readonly string[],
): Promise<{ readonly new: number; readonly changed: number }> {
  const total = { new: 0, changed: 0 };
  for (const localId of localIds) {
    const read = await deps.local.readReport(localId, deps.halt);
    if (deps.halt.aborted) return total;
    if (!read.ok && isOfTheReport(read.failure)) continue;
    await deps.watch.noteRead(read.ok ? null : read.failure, false);
    if (!read.ok) return total;
    if (read.value === null) continue;
    const recorded = await recordRows(deps, { rows: [toLocalRow(read.value)], rejected: [], position: null });
    if (recorded === 'braked') return total;
    total.new += recorded.new;
    total.changed += recorded.changed;
  }
  return total;
}
