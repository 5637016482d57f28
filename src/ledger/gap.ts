/** What the bridge did before a moment, and the ledger may not know: an earlier ledger was lost, or a backup put back. */
export interface LedgerGap {
  readonly kind: 'lost' | 'rolled-back';
  /** The moment: what was made before it may have been carried over already. */
  readonly at: number;
  /** When the local side had been read whole after it; `null` before. What was seen until then existed already. */
  readonly scannedAt: number | null;
}

/**
 * Whether the bridge may have dealt with something already, without the ledger knowing. Both times count: those of the
 * other systems because they are older than our reading, our reading because their clocks may be ahead of ours.
 */
export function mayLieInGap(
  gap: LedgerGap | null,
  { createdAt, seenAt }: { readonly createdAt: number | null; readonly seenAt: number },
): boolean {
  if (gap === null) return false;
  return createdAt === null || createdAt <= gap.at || gap.scannedAt === null || seenAt <= gap.scannedAt;
}
