import { existsSync } from 'node:fs';
import type { Ledger } from './ledger.ts';
import { createLedger } from './ledger.ts';
import { keyOf, type LedgerLocation, refuseUnfit, wasLost } from './open-ledger.ts';
import { anchorFile, readAnchor } from './sqlite/anchor-file.ts';
import { createSqliteStore } from './sqlite/create-sqlite-store.ts';
import { openSqliteInMemory } from './sqlite/open-sqlite.ts';
import { readLedgerBytes } from './sqlite/read-ledger-bytes.ts';

/**
 * A copy in memory of the ledger as it is now: what is done to it leaves no trace. Where there is none it is an empty one,
 * or what would be made in the place of one that was lost.
 */
export async function copyLedger(
  location: LedgerLocation,
  options: { readonly recover: boolean } = { recover: false },
): Promise<Ledger> {
  const { file, key, now } = location;
  const { randomBytes } = key;
  const found = readAnchor(anchorFile(file));
  if (!existsSync(file)) {
    const vault = { masterKey: randomBytes(32), randomBytes };
    const empty = createLedger(createSqliteStore(openSqliteInMemory()), vault);
    if (wasLost(file, found)) await empty.openGap('lost', now());
    return empty;
  }
  const masterKey = keyOf(location, { mayMake: false });
  const inspect = options.recover ? {} : { inspect: refuseUnfit(file, found) };
  const database = openSqliteInMemory(readLedgerBytes(file), { file, ...inspect });
  const copy = createLedger(createSqliteStore(database), { masterKey, randomBytes });
  if (options.recover) await copy.recoverRolledBack(now());
  return copy;
}
