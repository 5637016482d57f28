import { createVerbRunner } from '../../src/ledger/sqlite/create-verb-runner.ts';
import type { Database } from '../../src/ledger/sqlite/database.ts';
import { openSqliteInMemory } from '../../src/ledger/sqlite/open-sqlite.ts';
import type { SqlValue, Verb } from '../../src/ledger/verb.ts';

/** A real ledger in memory, with its statements prepared. */
export interface SimLedger {
  readonly database: Database;
  /** Runs a verb in a transaction of its own. */
  transact<T>(verb: () => Verb<T>): T;
  read<T>(verb: () => Verb<T>): T;
  /** Keeps what it holds now; gives the way to put that back. */
  backUp(): () => void;
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
  const backUp = copier(database);
  const reset = backUp();
  const ledger: SimLedger = {
    database,
    transact: <T>(verb: () => Verb<T>) => transaction(verb as () => Verb<unknown>) as T,
    read: run,
    backUp,
    giveBack() {
      reset();
      idle.push(ledger);
    },
  };
  return ledger;
}

/** Copies whole tables; gives the way to put them back as they were at that moment. */
function copier(database: Database): () => () => void {
  const names = database.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  const tables = names.map((name) => {
    const select = database.prepare(`select * from ${name}`).raw();
    const places = select.columns().map(() => '?');
    const insert = database.prepare(`insert into ${name} values (${places.join(', ')})`);
    return { select, insert, clear: database.prepare(`delete from ${name}`) };
  });
  return () => {
    const rows = tables.map(({ select }) => select.all() as SqlValue[][]);
    const putBack = database.transaction(() => {
      for (const [index, { clear, insert }] of tables.entries()) {
        clear.run();
        for (const row of rows[index] ?? []) insert.run(...row);
      }
    });
    return () => {
      database.pragma('foreign_keys = OFF');
      putBack();
      database.pragma('foreign_keys = ON');
    };
  };
}
