import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LocalSystem } from '../local/local-system.ts';
import { readNamed } from './read-named.ts';
import { rereadRows } from './reread-rows.ts';
import { runComparison } from './run-comparison.ts';
import { type Scanned, scanRows } from './scan-rows.ts';

export interface IntakeLocalDeps {
  readonly ledger: Ledger;
  readonly local: LocalSystem;
  readonly config: Config;
  readonly overlapMs: number;
  readonly clock: Clock;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
  /** Ids of reports to read whatever the list says: the application told that they changed. */
  readonly named: readonly string[];
  /** Told after every page: rows read so far. */
  readonly onProgress: (seen: number) => void;
}

export interface LocalIntake {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly quarantined: number;
}

const SCANS_MAX = 3;

/**
 * Reads everything that changed locally since the cursor, less an overlap, page by page to a proven end. The cursor
 * moves in the transaction of the last page; a scan that fails or proves nothing leaves it where it is. Where rows
 * moved between pages while they were read, one may have been missed: such a scan is read again, a few times.
 */
export async function runIntakeLocal(deps: IntakeLocalDeps): Promise<LocalIntake> {
  const total = { seen: 0, new: 0, changed: 0, quarantined: 0 };
  if (deps.watch.waits()) return total;
  let end: Scanned['end'] | null = null;
  for (let attempt = 1; attempt <= SCANS_MAX && (end === null || end === 'disturbed'); attempt += 1) {
    const scanned = await scan(deps);
    end = scanned.end;
    total.seen = scanned.seen;
    total.quarantined = scanned.quarantined;
    total.new += scanned.new;
    total.changed += scanned.changed;
  }
  if (end === 'proven' || end === 'disturbed') {
    for (const read of [await readNamed(deps, deps.named), await rereadRows(deps)]) {
      total.new += read.new;
      total.changed += read.changed;
    }
  }
  // What it finds may trip a brake that a proven scan would end.
  const compared = end === 'proven' && total.seen > 0 ? await runComparison(deps) : null;
  total.new += compared?.new ?? 0;
  total.changed += compared?.changed ?? 0;
  if (compared?.end === 'braked' || compared?.end === 'endless') end = compared.end;
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
async function scan(deps: IntakeLocalDeps): Promise<Scanned> {
  const startedAt = deps.clock.now();
  const cursor = await deps.ledger.readCursor();
  return await scanRows(deps, {
    sinceMs: cursor === null ? 0 : Math.max(0, cursor - deps.overlapMs),
    firstPage: 1,
    positionOf: (end, newest) => (end === 'proven' ? Math.min(Math.max(newest, cursor ?? 0), startedAt) : null),
    goesOn(seen) {
      deps.onProgress(seen);
      return true;
    },
  });
}
