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
  yield* putMeta(NAME, gapText({ kind, at, scanned: null }));
  // So that the local side is read whole: what it says is all that is left of what was done.
  yield* run(`delete from cursor where stream = 'local'`);
}

/** As it stands in `meta`, for a ledger that is born with one. */
export function gapText(gap: LedgerGap): string {
  return JSON.stringify(gap);
}

/** The local side has been read whole. Nothing that is in the ledger by now came later, whatever the clock did. */
export function* noteScanned(): Verb<void> {
  const gap = yield* ledgerGap();
  if (gap === null || gap.scanned !== null) return;
  const scanned = yield* only<{ caseId: number; messageId: number }>(
    `select (select coalesce(max(id), 0) from cases) as "caseId", (select coalesce(max(id), 0) from message) as "messageId"`,
  );
  yield* putMeta(NAME, gapText({ ...gap, scanned }));
}
