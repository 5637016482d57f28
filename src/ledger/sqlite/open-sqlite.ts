import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { APPLICATION_ID, MIGRATIONS } from '../migrations.ts';

/** Why a file is refused as a ledger; what to do about each is said by the command line. */
export type LedgerRefusal =
  | 'missing'
  | 'not-a-database'
  | 'foreign'
  | 'emptied'
  | 'newer'
  | 'loose-mode'
  | 'damaged'
  | 'settings'
  | 'binding'
  | 'key';

/** The file is not used: opening it could lose or repeat reports. Exit code 78. */
export class LedgerRefusedError extends Error {
  override readonly name = 'LedgerRefusedError';
  readonly refusal: LedgerRefusal;
  readonly file: string;

  constructor(refusal: LedgerRefusal, file: string) {
    super(`ledger refused: ${refusal}`);
    this.refusal = refusal;
    this.file = file;
  }
}

/**
 * Opens a ledger file and brings it to the newest schema. `create` makes it where it is missing; without it a missing
 * file is refused, because an empty ledger would file everything again.
 */
export function openSqlite(file: string, options: { readonly create: boolean }): Database.Database {
  const isNew = !existsSync(file);
  if (isNew && !options.create) throw new LedgerRefusedError('missing', file);
  if (isNew) createFile(file);
  else if ((statSync(file).mode & 0o077) !== 0) throw new LedgerRefusedError('loose-mode', file);
  const database = connect(file);
  try {
    refuseForeign(database, file);
    setDurable(database, file);
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError) throw translate(error, file);
    throw error;
  }
}

/**
 * Opens an existing ledger for looking only: nothing is created, migrated or locked. One of an earlier version is looked
 * at in a copy.
 */
export function openSqliteReadOnly(file: string): Database.Database {
  if (!existsSync(file)) throw new LedgerRefusedError('missing', file);
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    refuseForeign(database, file);
    if (versionOf(database) === MIGRATIONS.length) return database;
    const copy = openSqliteInMemory(database.serialize());
    database.close();
    return copy;
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError) throw translate(error, file);
    throw error;
  }
}

/** A ledger in memory: for tests, and for `--dry-run` on a copy of the real one. */
export function openSqliteInMemory(copy?: Buffer): Database.Database {
  const database = copy === undefined ? new Database(':memory:') : new Database(copy);
  database.pragma('foreign_keys = ON');
  migrate(database, ':memory:');
  return database;
}

/**
 * A new ledger is made under another name and put in its place whole: a first start that is cut off leaves nothing that
 * the next one would have to refuse.
 */
function createFile(file: string): void {
  const draft = `${file}.new`;
  for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
  const database = new Database(draft);
  try {
    chmodSync(draft, 0o600);
    migrate(database, draft);
  } finally {
    database.close();
  }
  renameSync(draft, file);
}

function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: 5000 });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('mmap_size = 0');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  return database;
}

/** A file without our mark is somebody else's; a file without any content was a ledger once, or is a mistake. */
function refuseForeign(database: Database.Database, file: string): void {
  const mark = database.pragma('application_id', { simple: true });
  const version = versionOf(database);
  const isEmpty = database.prepare('select 1 from sqlite_schema limit 1').get() === undefined;
  if (mark === 0 && version === 0 && isEmpty) throw new LedgerRefusedError('emptied', file);
  if (mark !== APPLICATION_ID) throw new LedgerRefusedError('foreign', file);
  if (version > MIGRATIONS.length) throw new LedgerRefusedError('newer', file);
}

/** better-sqlite3 opens an existing WAL file as NORMAL, which loses commits at power failure: set, and read back. */
function setDurable(database: Database.Database, file: string): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const journal = database.pragma('journal_mode', { simple: true });
  const synchronous = database.pragma('synchronous', { simple: true });
  if (journal !== 'wal' || synchronous !== 2) throw new LedgerRefusedError('settings', file);
}

function migrate(database: Database.Database, file: string): void {
  if (versionOf(database) === MIGRATIONS.length) return;
  database
    .transaction(() => {
      const version = versionOf(database);
      if (version > MIGRATIONS.length) throw new LedgerRefusedError('newer', file);
      for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}

function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function translate(error: Error & { readonly code: string }, file: string): Error {
  if (error.code === 'SQLITE_NOTADB') return new LedgerRefusedError('not-a-database', file);
  if (error.code.startsWith('SQLITE_CORRUPT')) return new LedgerRefusedError('damaged', file);
  return error;
}
