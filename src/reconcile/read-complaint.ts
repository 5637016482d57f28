import { isOfOneReport } from '../lane/is-of-one-report.ts';
import type { Finding } from '../ledger/reconciliation.ts';
import type { CaseRecord } from '../ledger/verbs/case-record.ts';
import { decideReconcile } from './decide-reconcile.ts';
import type { ReconcileDeps } from './reconcile-deps.ts';
import { rulesOf } from './rules-of.ts';

/**
 * One report of LAPOR! against the ledger: its status by E6, or by the list where that shows it, and its answers by E7.
 * `null` where LAPOR! did not answer.
 */
export async function readComplaint(
  deps: ReconcileDeps,
  record: CaseRecord,
  statuses: ReadonlyMap<string, string | null>,
): Promise<readonly Finding[] | null> {
  const { national, sides, halt, clock, config } = deps;
  const { nationalId } = record.case;
  if (nationalId === null) return [];
  const rules = rulesOf(config);
  const readAt = clock.now();
  const listed = statuses.get(nationalId);
  const detail =
    listed === undefined
      ? await national.detail(nationalId, halt)
      : ({ ok: true, value: { statusName: listed } } as const);
  const nothing = { ok: true, value: { answers: [], unreadable: 0 } } as const;
  const isThere = detail.ok && detail.value !== null;
  const answers = isThere && !halt.aborted ? await national.answers(nationalId, halt) : nothing;
  if (halt.aborted) return null;
  const failed = detail.ok ? answers : detail;
  if (!failed.ok) {
    const asked = { national, watch: sides.national, halt };
    if (!(await isOfOneReport(asked, { failure: failed.failure, asks: true }))) return null;
    return decideReconcile({ of: 'unreadable', record }, rules).findings;
  }
  if (!detail.ok || !answers.ok) return null;
  await sides.national.noteRead(null, false);
  const { answers: shown, unreadable } = answers.value;
  const reading = { of: 'complaint', record, detail: detail.value, answers: shown, unreadable, readAt } as const;
  return decideReconcile(reading, rules).findings;
}
