import type { Side } from '../ledger/delivery.ts';
import { FINDINGS, type Finding, type Reconciliation } from '../ledger/reconciliation.ts';
import { readComplaint } from './read-complaint.ts';
import { readHere } from './read-here.ts';
import { readList } from './read-list.ts';
import type { ReconcileDeps } from './reconcile-deps.ts';

/** `cut`: it was enough for now, and goes on the next time; a side: that could not be read. */
export type ReconcileEnd = 'done' | 'cut' | Side;

const BATCH = 20;

/**
 * Compares both sides with the ledger, writes nothing to either, and keeps how far it has come, so that it goes on through
 * rounds and restarts: first every row of the city, then LAPOR!'s list where there is one, then every number at LAPOR!.
 */
export async function runReconcile(deps: ReconcileDeps): Promise<ReconcileEnd> {
  const { ledger, clock, sides, halt } = deps;
  let state = await ledger.beginReconciliation(clock.now());
  const keep = async (change: Partial<Reconciliation>, found: readonly Finding[] = []) => {
    state = { ...state, ...change, findings: [...state.findings, ...found] };
    await ledger.noteReconciliation(state);
  };
  if (state.places === null) {
    const here = sides.local.waits() ? null : await readHere(deps);
    if (here === null) return halt.aborted ? 'cut' : 'local';
    await keep({ places: here.places }, here.findings);
  }
  if (sides.national.waits()) return 'national';
  let statuses: ReadonlyMap<string, string | null> = new Map();
  if (!state.listDone && deps.national.listInbox !== null) {
    const list = await readList(deps);
    if (list === null) return halt.aborted ? 'cut' : 'national';
    statuses = list.statuses;
    await keep({ listed: list.count }, list.findings);
  }
  await keep({ listDone: true });
  for (;;) {
    const records = await ledger.recordsAfter(state.afterCaseId, BATCH);
    for (const record of records) {
      if (halt.aborted || !deps.goesOn()) return 'cut';
      const found = await readComplaint(deps, record, statuses);
      if (found === null) return halt.aborted ? 'cut' : 'national';
      const compared = state.compared + (record.case.nationalId === null ? 0 : 1);
      await keep({ afterCaseId: record.case.id, compared }, found);
    }
    if (records.length < BATCH) break;
  }
  await keep({ completedAt: clock.now() });
  await tell(deps, state);
  return 'done';
}

/** What a comparison found that does not come right by itself stands as an alarm until one finds it no more. */
async function tell({ ledger, clock }: ReconcileDeps, { findings }: Reconciliation): Promise<void> {
  const at = clock.now();
  const count = findings.filter(({ kind }) => FINDINGS[kind].needs !== 'nobody').length;
  await ledger.clearAlarms(['reconciled'], at);
  if (count > 0) await ledger.raiseAlarm({ kind: 'reconciled', caseId: null, detail: String(count), at });
}
