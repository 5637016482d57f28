import { createHash } from 'node:crypto';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { createSqliteStore } from '../../src/ledger/sqlite/create-sqlite-store.ts';
import { openSqliteInMemory } from '../../src/ledger/sqlite/open-sqlite.ts';

/** A real ledger that is gone with its test. Its random bytes are the same in every run. */
export function openMemoryLedger(): Ledger {
  let drawn = 0;
  const randomBytes = (size: number) => {
    drawn += 1;
    return createHash('shake256', { outputLength: size }).update(String(drawn)).digest();
  };
  return createLedger(createSqliteStore(openSqliteInMemory()), { masterKey: randomBytes(32), randomBytes });
}
