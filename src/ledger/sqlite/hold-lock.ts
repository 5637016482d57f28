import { closeSync, openSync } from 'node:fs';
import { Database } from './database.ts';

/** Another process holds the ledger; `file` is its lock. */
export class LedgerLockedError extends Error {
  override readonly name = 'LedgerLockedError';
  readonly file: string;

  constructor(file: string) {
    super('the ledger is held by another instance');
    this.file = file;
  }
}

/** Collected as garbage, a connection would be closed and its lock freed. */
const held = new Set<Database>();

/**
 * Holds `file` for the life of this process: an exclusive transaction on a tiny database of its own, which the
 * system frees on any death, kill -9 included. Throws `LedgerLockedError` at once where another process has it.
 */
export function holdLock(file: string): () => void {
  closeSync(openSync(file, 'a', 0o600));
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new LedgerLockedError(file);
    throw error;
  }
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}
