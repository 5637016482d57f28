import type { Anchor } from '../anchor.ts';
import type { Store } from '../store.ts';
import type { Verb } from '../verb.ts';
import { countCommit } from '../verbs/count-commit.ts';
import { createVerbRunner } from './create-verb-runner.ts';
import { Database } from './database.ts';
import type { AnchorKeeper } from './keep-anchor.ts';
import { LedgerRefusedError, refusalOf } from './ledger-refused-error.ts';
import { trimLog } from './trim-log.ts';

interface Waiting {
  readonly verb: () => Verb<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Committed {
  readonly values: readonly unknown[];
  /** What the ledger is now; `null` where nothing was changed, or nobody keeps an anchor. */
  readonly noted: Anchor | null;
}

/** Each try waits for `busy_timeout` (5 s): for about a minute, whoever has the ledger locked is waited for. */
const BUSY_TRIES = 12;

/**
 * A store on one SQLite connection. Verbs that wait at the same moment are committed together (group commit): each
 * is still all or nothing, and none is reported before the commit that holds it is on disk and behind its anchor. Once the
 * disk has failed, or the file is damaged, every verb fails: what the connection says after that may not be what is on the
 * disk. While another process has it locked, what waits goes on waiting.
 */
export function createSqliteStore(database: Database, anchor: AnchorKeeper | null = null): Store {
  const waiting: Waiting[] = [];
  const failure = new AbortController();
  let scheduled = false;
  let busyTries = 0;

  const drive = createVerbRunner(database);
  const changes = database.prepare<[], number>('select total_changes()').pluck();
  const together = database.transaction((batch: readonly Waiting[]): Committed => {
    const before = changes.get();
    const values = batch.map((entry) => drive(entry.verb));
    if (changes.get() === before) return { values, noted: null };
    drive(countCommit);
    return { values, noted: anchor?.read() ?? null };
  });

  function flush(): void {
    scheduled = false;
    const batch = waiting.splice(0);
    if (batch.length === 0) return;
    try {
      commit(batch);
    } catch (error) {
      if (isBusy(error) && busyTries < BUSY_TRIES) {
        busyTries += 1;
        waiting.unshift(...batch);
        scheduled = true;
        setImmediate(flush);
      } else if (batch.length === 1) batch[0]?.reject(error);
      else for (const entry of batch) alone(entry);
    }
  }

  /** One verb of the batch failed, and with it the whole batch was rolled back: each gets its own transaction. */
  function alone(entry: Waiting): void {
    try {
      commit([entry]);
    } catch (error) {
      entry.reject(error);
    }
  }

  /** Throws where the transaction was rolled back; a failure after that is told to those whose verbs they were. */
  function commit(batch: readonly Waiting[]): void {
    const { values, noted } = guarded(() => together.immediate(batch));
    busyTries = 0;
    try {
      if (noted !== null) anchor?.noteCommit(noted);
    } catch (error) {
      failure.abort(error);
      for (const entry of batch) entry.reject(error);
      return;
    }
    batch.forEach((entry, index) => {
      entry.resolve(values[index]);
    });
  }

  function guarded<T>(act: () => T): T {
    failure.signal.throwIfAborted();
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      const refusal = refusalOf(error);
      const told = refusal === null ? error : new LedgerRefusedError(refusal, database.name);
      if (refusal !== null || OF_THE_DISK.some((code) => error.code.startsWith(code))) failure.abort(told);
      throw told;
    }
  }

  return {
    failed: failure.signal,
    write<T>(verb: () => Verb<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        waiting.push({ verb, resolve: resolve as (value: unknown) => void, reject });
        if (!scheduled) {
          scheduled = true;
          setImmediate(flush);
        }
      });
    },
    read: async (verb) => guarded(() => drive(verb)),
    trimLog: async (aboveBytes) => guarded(() => trimLog(database, aboveBytes)),
    async close(): Promise<void> {
      flush();
      anchor?.close();
      database.close();
    },
  };
}

/** Errors after which SQLite's own pages in memory are no longer to be trusted, besides those that refuse the ledger. */
const OF_THE_DISK = ['SQLITE_IOERR', 'SQLITE_CANTOPEN'];

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
