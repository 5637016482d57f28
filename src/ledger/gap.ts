import type { Case, Message } from './case.ts';

/** What the bridge did before a moment, and the ledger may not know: an earlier ledger was lost, or a backup put back. */
export interface LedgerGap {
  readonly kind: 'lost' | 'rolled-back';
  /** The moment: what was made before it may have been carried over already. */
  readonly at: number;
  /** The newest case and message when the local side had been read whole after it (0: none), `null` before. */
  readonly scanned: { readonly caseId: number; readonly messageId: number } | null;
}

/**
 * Whether the bridge may have dealt with a report already, without the ledger knowing: it was made before the gap, as the
 * other systems' clocks have it, or it was there already when the local side had been read whole after the gap, as the
 * ledger's own order has it.
 */
export function caseMayLieInGap(gap: LedgerGap | null, owner: Pick<Case, 'id' | 'createdAt'>): boolean {
  return gap !== null && (gap.scanned === null || owner.id <= gap.scanned.caseId || owner.createdAt <= gap.at);
}

/** The same of an answer. */
export function messageMayLieInGap(gap: LedgerGap | null, message: Pick<Message, 'id' | 'createdAt'>): boolean {
  if (gap === null) return false;
  const { id, createdAt } = message;
  return gap.scanned === null || id <= gap.scanned.messageId || createdAt === null || createdAt <= gap.at;
}
