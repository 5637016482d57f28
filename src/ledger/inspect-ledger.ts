import { type LedgerLocation, refuseOther } from './open-ledger.ts';
import { openSqliteReadOnly } from './sqlite/open-sqlite.ts';
import { type LedgerFacts, verifyLedger } from './sqlite/verify-ledger.ts';

/**
 * Reads an existing ledger from its first page to its last, and its anchor, also while a daemon holds it. Opens no personal
 * data. Throws `LedgerRefusedError` where it is not whole, or not what was used here last.
 */
export function inspectLedger(location: Pick<LedgerLocation, 'file' | 'binding'>): LedgerFacts {
  const database = openSqliteReadOnly(location.file, refuseOther(location));
  try {
    return verifyLedger(database, location.file);
  } finally {
    database.close();
  }
}
