import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Ledger } from './ledger.ts';
import { createLedger } from './ledger.ts';
import { type KeySource, loadMasterKey } from './master-key.ts';
import { createSqliteStore } from './sqlite/create-sqlite-store.ts';
import { LedgerRefusedError, openSqlite, openSqliteInMemory, openSqliteReadOnly } from './sqlite/open-sqlite.ts';
import type { Binding } from './verbs/binding.ts';

export interface LedgerLocation {
  readonly file: string;
  readonly binding: Binding;
  readonly key: Omit<KeySource, 'ownFile' | 'mayMake'>;
}

/**
 * Opens the ledger for writing, and makes it where `create` allows. Does not take the lock: the daemon does that first,
 * an operator's command works beside it. Throws `LedgerRefusedError`, `MasterKeyError`.
 */
export async function openLedger(location: LedgerLocation, options: { readonly create: boolean }): Promise<Ledger> {
  const isNew = options.create && !existsSync(location.file);
  if (isNew) mkdirSync(dirname(location.file), { recursive: true, mode: 0o700 });
  // The key comes first: a ledger that a cut-off start left without its key could never be used.
  const newKey = isNew ? keyOf(location, { mayMake: true }) : null;
  const database = openSqlite(location.file, options);
  try {
    const masterKey = newKey ?? keyOf(location, { mayMake: false });
    const vault = { masterKey, randomBytes: location.key.randomBytes };
    const ledger = createLedger(createSqliteStore(database), vault);
    const refusal = await ledger.checkBinding(location.binding);
    if (refusal !== null) throw new LedgerRefusedError(refusal, location.file);
    return ledger;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Opens an existing ledger for looking only, also while a daemon holds it. Opens no personal data. */
export function openLedgerReadOnly(location: Pick<LedgerLocation, 'file'>): Ledger {
  const vault = { masterKey: new Uint8Array(), randomBytes: () => new Uint8Array() };
  return createLedger(createSqliteStore(openSqliteReadOnly(location.file)), vault);
}

/** A copy in memory of the ledger as it is now (an empty one where there is none): what is done to it leaves no trace. */
export function copyLedger(location: LedgerLocation, exists: boolean): Ledger {
  const { randomBytes } = location.key;
  if (!exists) {
    return createLedger(createSqliteStore(openSqliteInMemory()), { masterKey: randomBytes(32), randomBytes });
  }
  const masterKey = keyOf(location, { mayMake: false });
  const source = openSqliteReadOnly(location.file);
  const copy = source.serialize();
  source.close();
  // A database in memory cannot keep a write-ahead log: bytes 18 and 19 of the header say that it does.
  copy[18] = 1;
  copy[19] = 1;
  return createLedger(createSqliteStore(openSqliteInMemory(copy)), { masterKey, randomBytes });
}

function keyOf({ file, key }: LedgerLocation, { mayMake }: { readonly mayMake: boolean }): Uint8Array {
  return loadMasterKey({ ...key, ownFile: ownKeyFile(file), mayMake });
}

export function ownKeyFile(ledgerFile: string): string {
  return `${ledgerFile}.key`;
}
