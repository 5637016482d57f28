import type { LedgerGap } from '../gap.ts';
import type { Verb } from '../verb.ts';
import { only, run } from '../verb.ts';
import { putMeta, readMeta } from './meta.ts';

const NAME = 'gap';

/** What the ledger may have missed; `null` where it has seen everything since its first day. */
export function* ledgerGap(): Verb<LedgerGap | null> {
  const text = yield* readMeta(NAME);
  return text === null ? null : (JSON.parse(text) as LedgerGap);
}

export function* openGap(kind: LedgerGap['kind'], at: number): Verb<void> {
  yield* putMeta(NAME, gapText({ kind, at, scannedAt: null }));
  // So that the local side is read whole: what it says is all that is left of what was done.
  yield* run(`delete from cursor where stream = 'local'`);
}

/** As it stands in `meta`, for a ledger that is born with one. */
export function gapText(gap: LedgerGap): string {
  return JSON.stringify(gap);
}

/** The local side has been read whole. Nothing in the ledger was seen later, whatever the clock did meanwhile. */
export function* noteScanned(at: number): Verb<void> {
  const gap = yield* ledgerGap();
  if (gap === null || gap.scannedAt !== null) return;
  const newest = yield* only<{ at: number }>(
    `select max(coalesce((select max(first_seen_at) from cases), 0), coalesce((select max(seen_at) from message), 0)) as at`,
  );
  yield* putMeta(NAME, gapText({ ...gap, scannedAt: Math.max(at, newest.at) }));
}
