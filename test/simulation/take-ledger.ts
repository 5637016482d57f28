import type Database from 'better-sqlite3';
import { createVerbRunner } from '../../src/ledger/sqlite/create-verb-runner.ts';
import { openSqliteInMemory } from '../../src/ledger/sqlite/open-sqlite.ts';
import type { SqlValue, Verb } from '../../src/ledger/verb.ts';

/** A real ledger in memory, with its statements prepared. */
export interface SimLedger {
  readonly database: Database.Database;
  /** Runs a verb in a transaction of its own. */
  transact<T>(verb: () => Verb<T>): T;
  read<T>(verb: () => Verb<T>): T;
  /** Empties it for the next run: to open a new one and prepare its statements costs more than many a run. */
  giveBack(): void;
}

const idle: SimLedger[] = [];

/** A ledger as a first start makes it. */
export function takeLedger(): SimLedger {
  return idle.pop() ?? openLedger();
}

function openLedger(): SimLedger {
  const database = openSqliteInMemory();
  const run = createVerbRunner(database);
  const transaction = database.transaction(<T>(verb: () => Verb<T>): T => run(verb));
  const reset = resetter(database);
  const ledger: SimLedger = {
    database,
    transact: <T>(verb: () => Verb<T>) => transaction(verb as () => Verb<unknown>) as T,
    read: run,
    giveBack() {
      reset();
      idle.push(ledger);
    },
  };
  return ledger;
}

/** Puts back, table by table, the rows that the migrations made. */
function resetter(database: Database.Database): () => void {
  const names = database.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  const tables = names.map((name) => {
    const rows = database.prepare(`select * from ${name}`).raw().all() as SqlValue[][];
    const places = rows[0]?.map(() => '?').join(', ') ?? '';
    const insert = rows.length === 0 ? null : database.prepare(`insert into ${name} values (${places})`);
    return { rows, insert, clear: database.prepare(`delete from ${name}`) };
  });
  const all = database.transaction(() => {
    for (const { clear, insert, rows } of tables) {
      clear.run();
      for (const row of rows) insert?.run(...row);
    }
  });
  return () => {
    database.pragma('foreign_keys = OFF');
    all();
    database.pragma('foreign_keys = ON');
  };
}
