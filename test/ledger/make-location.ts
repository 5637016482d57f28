import { join } from 'node:path';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { LedgerLocation } from '../../src/ledger/open-ledger.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeRow, seededBytes } from '../support/make-ledger.ts';
import { NEW_CREATE } from '../support/new-create.ts';

export const NOW_MS = 1_000_000;

/** Where a ledger would be that is not made yet, in a folder of its own. */
export function makeLocation(given: Partial<LedgerLocation> = {}): LedgerLocation {
  return {
    file: join(makeFolder(), 'data', 'ledger.sqlite'),
    binding: { site: 'kota-serang', environment: 'production' },
    key: { credentialsFolder: undefined, keyFile: null, text: undefined, randomBytes: seededBytes() },
    now: () => NOW_MS,
    ...given,
  };
}

/** A report is seen and owed to the nation: two commits. */
export async function see(ledger: Ledger, localId: string, at = 1000): Promise<void> {
  const page = { rows: [makeRow({ localId })], rejected: [], position: null, at, dueAt: () => null };
  await ledger.recordLocalPage(page, () => [{ type: 'open', route: 'file', nationalId: null }]);
  await ledger.planOwed('national', { limit: 9, at }, () => [{ type: 'owe', delivery: NEW_CREATE }]);
}
