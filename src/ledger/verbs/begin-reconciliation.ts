import { newReconciliation, type Reconciliation } from '../reconciliation.ts';
import type { Verb } from '../verb.ts';
import { putMeta, readMeta } from './meta.ts';

const UNDER_WAY = 'reconciliation';
const LAST = 'reconciled';
/** One that was left alone for so long says little of today. */
const STALE_MS = 86_400_000;

/** The comparison under way, `null` where none is. */
export function* readReconciliation(): Verb<Reconciliation | null> {
  return parsed(yield* readMeta(UNDER_WAY));
}

/** The last one that came to its end. */
export function* lastReconciliation(): Verb<Reconciliation | null> {
  return parsed(yield* readMeta(LAST));
}

/** Begins one, or goes on with one that began not long ago. */
export function* beginReconciliation(at: number): Verb<Reconciliation> {
  const known = yield* readReconciliation();
  const ageMs = at - (known?.beganAt ?? 0);
  if (known !== null && ageMs >= 0 && ageMs < STALE_MS) return known;
  const begun = newReconciliation(at);
  yield* putMeta(UNDER_WAY, JSON.stringify(begun));
  return begun;
}

/** Keeps how far one has come; a complete one is kept as the last. */
export function* noteReconciliation(reconciliation: Reconciliation): Verb<void> {
  const isDone = reconciliation.completedAt !== null;
  yield* putMeta(UNDER_WAY, JSON.stringify(isDone ? null : reconciliation));
  if (isDone) yield* putMeta(LAST, JSON.stringify(reconciliation));
}

function parsed(text: string | null): Reconciliation | null {
  return text === null ? null : (JSON.parse(text) as Reconciliation | null);
}
