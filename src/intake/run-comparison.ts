import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Scanned, type ScanRowsDeps, scanRows } from './scan-rows.ts';

export interface ComparisonDeps extends ScanRowsDeps {
  readonly ledger: Pick<Ledger, 'recordLocalPage' | 'readComparison' | 'noteCompared'>;
  readonly clock: Pick<Clock, 'now' | 'mono'>;
}

/** What is due otherwise does not wait for longer. */
const SLICE_MS = 30_000;

/**
 * Goes on with the comparison of every row of the local side with the ledger, where one has begun: a change that did not
 * move `updated_at`, or came later than the overlap, is in no other reading. It takes a slice of each round, and one page
 * again of the slice before, because rows move up while nobody reads. `null` where none has begun.
 */
export async function runComparison(deps: ComparisonDeps): Promise<Scanned | null> {
  const { ledger, clock } = deps;
  const { nextPage } = await ledger.readComparison();
  if (nextPage === null) return null;
  const endsAt = clock.mono() + SLICE_MS;
  const scanned = await scanRows(deps, {
    sinceMs: 0,
    firstPage: Math.max(1, nextPage - 1),
    positionOf: () => null,
    goesOn: () => clock.mono() < endsAt,
  });
  const goesOn = scanned.end === 'failed' || scanned.end === 'braked' || scanned.end === 'cut';
  await ledger.noteCompared(goesOn ? Math.max(nextPage, scanned.nextPage) : null, clock.now());
  return scanned;
}
