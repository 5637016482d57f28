import { FINDINGS, type Finding } from '../reconciliation.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import { brakeOn } from './brake-on.ts';
import { beginComparison } from './comparison.ts';
import { findCaseByLocalId, findCaseByNationalId } from './find-case.ts';

/**
 * Mends what is safe to mend, each by what does the same every day: a write-back or a plan is owed, LAPOR! is asked again,
 * every row of the city is read. `braked`, and nothing is, where it is too much at once. Gives how many were mended.
 */
export function* mendFindings(findings: readonly Finding[], at: number): Verb<number | 'braked'> {
  const mendable = findings.filter(({ kind }) => FINDINGS[kind].mend !== null);
  if (yield* brakeOn({ 'mass-repair': mendable.length }, at)) return 'braked';
  for (const finding of mendable) yield* mend(finding, at);
  return mendable.length;
}

function* mend({ kind, localId, nationalId }: Finding, at: number): Verb<void> {
  const { mend: how } = FINDINGS[kind];
  if (how === 'compare') return yield* beginComparison(at, 0);
  const owner =
    (localId === null ? null : yield* findCaseByLocalId(localId)) ??
    (nationalId === null ? null : yield* findCaseByNationalId(nationalId));
  if (owner === null) return;
  const caseId = owner.id;
  if (how === 'poll') {
    yield* run('update cases set next_poll_at = :at, answers_read_at = null where id = :caseId', { caseId, at });
  } else if (how === 'plan') {
    yield* run('update cases set owes_national = 1 where id = :caseId', { caseId });
  } else {
    yield* run(
      'update cases set written_national_id = null, written_status = null, owes_local = 1 where id = :caseId',
      { caseId },
    );
  }
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'mended', actor: 'operator', data: { finding: kind } });
}
