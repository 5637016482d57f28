import { createHash } from 'node:crypto';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import type { LocalRow } from '../../src/ledger/local-news.ts';
import { createSqliteStore } from '../../src/ledger/sqlite/create-sqlite-store.ts';
import type { Database } from '../../src/ledger/sqlite/database.ts';
import { openSqliteInMemory } from '../../src/ledger/sqlite/open-sqlite.ts';
import { toLocalRow } from '../../src/ledger/to-local-row.ts';
import type { Row } from '../../src/ledger/verb.ts';
import type { Report } from '../../src/report/report.ts';
import { makeReport } from './make-report.ts';

/** A ledger and a way past its verbs, for what no verb shows or does. */
export interface TestLedger {
  readonly ledger: Ledger;
  /** Rows of a query, or of `returning`. */
  readonly query: (sql: string) => readonly Row[];
}

/** A ledger on `database` with a fixed key and the same random bytes in every run. */
export function makeLedger(database: Database): TestLedger {
  const randomBytes = seededBytes();
  return {
    ledger: createLedger(createSqliteStore(database), { masterKey: randomBytes(32), randomBytes }),
    query: (sql) => database.prepare(sql).all() as Row[],
  };
}

/** A ledger in memory, gone with its test. */
export function openTestLedger(): TestLedger {
  return makeLedger(openSqliteInMemory());
}

/** A report as intake hands it to the ledger, with its fingerprints. */
export function makeRow(given: Partial<Report> = {}): LocalRow {
  return toLocalRow(makeReport(given));
}

/** Random bytes that are the same in every run. */
export function seededBytes(): (size: number) => Uint8Array {
  let drawn = 0;
  return (size) => {
    drawn += 1;
    return createHash('shake256', { outputLength: size }).update(String(drawn)).digest();
  };
}
