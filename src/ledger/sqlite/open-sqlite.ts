import { accessSync, chmodSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { APPLICATION_ID, MIGRATIONS } from '../migrations.ts';
import { syncFolder } from './anchor-file.ts';
import { Database } from './database.ts';
import { isOnNetwork } from './is-on-network.ts';
import { LedgerRefusedError, refusalOf } from './ledger-refused-error.ts';

/** How a ledger file is opened. */
export interface OpenOptions {
  /** Makes it where it is missing; without it a missing file is refused, because an empty ledger would file all again. */
  readonly create: boolean;
  /** What a ledger made now says of itself from its first moment on. */
  readonly meta?: Readonly<Record<string, string>>;
  /** Looks at an existing one before anything in it is changed, and throws where it may not be used. */
  readonly inspect?: (database: Database) => void;
}

/** Opens a ledger file and brings it to the newest schema. Throws `LedgerRefusedError`, and errors of the disk. */
export function openSqlite(file: string, options: OpenOptions): Database {
  const isNew = !existsSync(file);
  if (isNew && !options.create) throw new LedgerRefusedError('missing', file);
  if (isOnNetwork(file)) throw new LedgerRefusedError('network-disk', file);
  if (isNew) createFile(file, options.meta ?? {});
  else if ((statSync(file).mode & 0o077) !== 0) throw new LedgerRefusedError('loose-mode', file);
  if (!isWritable(file)) throw new LedgerRefusedError('read-only', file);
  const database = connect(file);
  try {
    refuseForeign(database, file);
    setDurable(database, file);
    options.inspect?.(database);
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw translate(error, file);
  }
}

/**
 * Opens an existing ledger for looking only: nothing is migrated or locked. One of an earlier version is looked at in a
 * copy.
 */
export function openSqliteReadOnly(file: string, inspect: OpenOptions['inspect'] = () => undefined): Database {
  if (!existsSync(file)) throw new LedgerRefusedError('missing', file);
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    refuseForeign(database, file);
    inspect(database);
    if (versionOf(database) === MIGRATIONS.length) return database;
    const copy = openSqliteInMemory(database.serialize());
    database.close();
    return copy;
  } catch (error) {
    database.close();
    throw translate(error, file);
  }
}

/** A ledger in memory: for tests, and for `--dry-run` on a copy of the one in `file`. */
export function openSqliteInMemory(
  copy?: Buffer,
  { file, inspect }: { readonly file: string; readonly inspect?: OpenOptions['inspect'] } = { file: ':memory:' },
): Database {
  if (copy?.length === 0) throw new LedgerRefusedError('emptied', file);
  const database = copy === undefined ? new Database(':memory:') : new Database(copy);
  try {
    if (copy !== undefined) refuseForeign(database, file);
    inspect?.(database);
    database.pragma('foreign_keys = ON');
    migrate(database, file);
    return database;
  } catch (error) {
    database.close();
    throw translate(error, file);
  }
}

/**
 * A new ledger is made under another name and put in its place whole: a first start that is cut off leaves nothing that
 * the next one would have to refuse.
 */
function createFile(file: string, meta: Readonly<Record<string, string>>): void {
  const draft = `${file}.new`;
  for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
  const database = new Database(draft);
  try {
    chmodSync(draft, 0o600);
    migrate(database, draft);
    const put = database.prepare('insert into meta (name, value) values (?, ?)');
    for (const [name, value] of Object.entries(meta)) put.run(name, value);
  } finally {
    database.close();
  }
  renameSync(draft, file);
  syncFolder(file);
}

/** The file, and the folder, where SQLite makes others beside it. */
function isWritable(file: string): boolean {
  try {
    for (const path of [file, dirname(file)]) accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function connect(file: string): Database {
  const database = new Database(file, { timeout: 5000 });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('mmap_size = 0');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  return database;
}

/** A file without our mark is somebody else's; a file without any content was a ledger once, or is a mistake. */
function refuseForeign(database: Database, file: string): void {
  const mark = database.pragma('application_id', { simple: true });
  const version = versionOf(database);
  const isEmpty = database.prepare('select 1 from sqlite_schema limit 1').get() === undefined;
  if (mark === 0 && version === 0 && isEmpty) throw new LedgerRefusedError('emptied', file);
  if (mark !== APPLICATION_ID) throw new LedgerRefusedError('foreign', file);
  if (version > MIGRATIONS.length) throw new LedgerRefusedError('newer', file);
}

/** better-sqlite3 opens an existing WAL file as NORMAL, which loses commits at power failure: set, and read back. */
function setDurable(database: Database, file: string): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const journal = database.pragma('journal_mode', { simple: true });
  const synchronous = database.pragma('synchronous', { simple: true });
  if (journal !== 'wal' || synchronous !== 2) throw new LedgerRefusedError('settings', file);
}

function migrate(database: Database, file: string): void {
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

function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function translate(error: unknown, file: string): unknown {
  const refusal = error instanceof Database.SqliteError ? refusalOf(error) : null;
  return refusal === null ? error : new LedgerRefusedError(refusal, file);
}
