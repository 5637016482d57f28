import type { Side } from './delivery.ts';
import type { Finding, Reconciliation } from './reconciliation.ts';
import type { Store } from './store.ts';
import {
  beginReconciliation,
  lastReconciliation,
  noteReconciliation,
  readReconciliation,
} from './verbs/begin-reconciliation.ts';
import { apartKeys, countNumbers, recordOfRow, recordsAfter } from './verbs/case-record.ts';
import { mendFindings } from './verbs/mend-findings.ts';

/** The comparison of both sides with the ledger. */
export function reconcileVerbs(store: Store) {
  return {
    readReconciliation: () => store.read(() => readReconciliation()),
    lastReconciliation: () => store.read(() => lastReconciliation()),
    beginReconciliation: (at: number) => store.write(() => beginReconciliation(at)),
    noteReconciliation: (reconciliation: Reconciliation) => store.write(() => noteReconciliation(reconciliation)),
    recordOfRow: (localId: string, nationalId: string | null) => store.read(() => recordOfRow(localId, nationalId)),
    recordsAfter: (caseId: number, limit: number) => store.read(() => recordsAfter(caseId, limit)),
    countNumbers: (afterCaseId: number) => store.read(() => countNumbers(afterCaseId)),
    apartKeys: (side: Side) => store.read(() => apartKeys(side)),
    mendFindings: (findings: readonly Finding[], at: number) => store.write(() => mendFindings(findings, at)),
  };
}
