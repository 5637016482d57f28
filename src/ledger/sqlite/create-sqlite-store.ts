import Database from 'better-sqlite3';
import type { Store } from '../store.ts';
import type { Verb } from '../verb.ts';
import { createVerbRunner } from './create-verb-runner.ts';

interface Waiting {
  readonly verb: () => Verb<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A store on one SQLite connection. Verbs that wait at the same moment are committed together (group commit): each
 * is still all or nothing, and none is reported before the commit that holds it is on disk. Once the disk has failed,
 * or the file is damaged, every verb fails: what the connection says after that may not be what is on the disk.
 */
export function createSqliteStore(database: Database.Database): Store {
  const waiting: Waiting[] = [];
  let scheduled = false;
  let broken: { readonly error: unknown } | null = null;

  const drive = createVerbRunner(database);
  const together = database.transaction((batch: readonly Waiting[]) => batch.map((entry) => drive(entry.verb)));

  function flush(): void {
    scheduled = false;
    const batch = waiting.splice(0);
    if (batch.length === 0) return;
    try {
      const values = guarded(() => together.immediate(batch));
      batch.forEach((entry, index) => {
        entry.resolve(values[index]);
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else for (const entry of batch) alone(entry);
    }
  }

  /** One verb of the batch failed, and with it the whole batch was rolled back: each gets its own transaction. */
  function alone(entry: Waiting): void {
    try {
      entry.resolve(guarded(() => together.immediate([entry]))[0]);
    } catch (error) {
      entry.reject(error);
    }
  }

  function guarded<T>(act: () => T): T {
    if (broken !== null) throw broken.error;
    try {
      return act();
    } catch (error) {
      if (isOfTheDisk(error)) broken = { error };
      throw error;
    }
  }

  return {
    write<T>(verb: () => Verb<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ verb, resolve: resolve as (value: unknown) => void, reject });
        if (!scheduled) {
          scheduled = true;
          setImmediate(flush);
        }
      });
    },
    async read<T>(verb: () => Verb<T>): Promise<T> {
      return guarded(() => drive(verb));
    },
    async close(): Promise<void> {
      flush();
      database.close();
    },
  };
}

/** Errors after which SQLite's own pages in memory are no longer to be trusted. */
const OF_THE_DISK = ['SQLITE_IOERR', 'SQLITE_CORRUPT', 'SQLITE_NOTADB', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'];

function isOfTheDisk(error: unknown): boolean {
  return error instanceof Database.SqliteError && OF_THE_DISK.some((code) => error.code.startsWith(code));
}
