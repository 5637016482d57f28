import type { SideWatch } from '../lane/side-watch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { toLocalRow } from '../ledger/to-local-row.ts';
import type { LocalSystem } from '../local/local-system.ts';
import { isOfTheReport } from './is-of-the-report.ts';
import { type RecordDeps, recordRows } from './record-rows.ts';

export interface RereadDeps extends RecordDeps {
  readonly ledger: Pick<Ledger, 'recordLocalPage' | 'quarantinedBefore' | 'dismissRejected'>;
  readonly local: Pick<LocalSystem, 'readReport'>;
  readonly watch: Pick<SideWatch, 'noteRead'>;
  readonly halt: AbortSignal;
}

const EVERY_MS = 3_600_000;
const AT_ONCE = 10;

/**
 * Asks again, one by one and every hour, for rows that could not be read: the cursor has gone past them, and what was
 * mended without a new date, or can be read by a newer version of ours, would never be seen. One that is gone is forgotten.
 */
export async function rereadRows(deps: RereadDeps): Promise<{ readonly new: number; readonly changed: number }> {
  const total = { new: 0, changed: 0 };
  const now = deps.clock.now();
  const unread = await deps.ledger.quarantinedBefore('local', { before: now - EVERY_MS, now, limit: AT_ONCE });
  for (const rejected of unread) {
    const { key, fingerprint } = rejected;
    // A row without an id is known by its hash: it cannot be asked for.
    const read = key === fingerprint ? null : await deps.local.readReport(key, deps.halt);
    if (deps.halt.aborted) return total;
    if (read === null || (!read.ok && isOfTheReport(read.failure))) {
      await recordRows(deps, { rows: [], rejected: [rejected], position: null });
      continue;
    }
    await deps.watch.noteRead(read.ok ? null : read.failure, false);
    if (!read.ok) return total;
    if (read.value === null) {
      await deps.ledger.dismissRejected('local', key);
      continue;
    }
    const recorded = await recordRows(deps, { rows: [toLocalRow(read.value)], rejected: [], position: null });
    if (recorded === 'braked') return total;
    total.new += recorded.new;
    total.changed += recorded.changed;
  }
  return total;
}
