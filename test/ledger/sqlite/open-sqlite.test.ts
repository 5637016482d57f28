import { chmodSync, existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { APPLICATION_ID, MIGRATIONS } from '../../../src/ledger/migrations.ts';
import { Database } from '../../../src/ledger/sqlite/database.ts';
import { LedgerRefusedError } from '../../../src/ledger/sqlite/ledger-refused-error.ts';
import { openSqlite, openSqliteInMemory, openSqliteReadOnly } from '../../../src/ledger/sqlite/open-sqlite.ts';
import { makeFolder } from '../../support/make-folder.ts';

const pragma = (database: Database, name: string) => database.pragma(name, { simple: true });

function kept(database: Database): Database {
  onTestFinished(() => void database.close());
  return database;
}

/** A ledger that was made and closed. */
function makeLedgerFile(): string {
  const file = join(makeFolder(), 'ledger.sqlite');
  openSqlite(file, { create: true }).close();
  return file;
}

/** Something else than a ledger, changed by other hands. */
function changed(file: string, sql: string): string {
  const database = new Database(file);
  database.exec(sql);
  database.close();
  chmodSync(file, 0o600);
  return file;
}

/** Why a file is refused, `null` where it is not; any other error is thrown on. */
function refusalOf(open: () => Database): string | null {
  try {
    open().close();
    return null;
  } catch (error) {
    if (error instanceof LedgerRefusedError) return error.refusal;
    throw error;
  }
}

describe('openSqlite()', () => {
  it.each(['first', 'second'])('is durable at the %s opening', (time) => {
    const file = join(makeFolder(), 'ledger.sqlite');
    if (time === 'second') openSqlite(file, { create: true }).close();

    const database = kept(openSqlite(file, { create: true }));

    expect(pragma(database, 'journal_mode')).toBe('wal');
    expect(pragma(database, 'synchronous')).toBe(2);
    expect(pragma(database, 'foreign_keys')).toBe(1);
    expect(pragma(database, 'secure_delete')).toBe(1);
    expect(pragma(database, 'trusted_schema')).toBe(0);
    expect(pragma(database, 'cell_size_check')).toBe(1);
  });

  it('marks the file as a ledger of the newest kind', () => {
    const database = kept(openSqlite(makeLedgerFile(), { create: false }));

    expect(pragma(database, 'application_id')).toBe(APPLICATION_ID);
    expect(pragma(database, 'user_version')).toBe(MIGRATIONS.length);
    expect(pragma(database, 'integrity_check')).toBe('ok');
  });

  it('makes every file for its owner alone', () => {
    const folder = makeFolder();
    const database = kept(openSqlite(join(folder, 'ledger.sqlite'), { create: true }));
    database.exec(`insert into meta values ('a', 'b')`);

    const modes = readdirSync(folder).map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);

    expect(modes.sort()).toEqual([
      ['ledger.sqlite', '600'],
      ['ledger.sqlite-shm', '600'],
      ['ledger.sqlite-wal', '600'],
    ]);
  });

  it('writes nothing into a ledger of the newest kind', () => {
    const file = makeLedgerFile();
    const before = statSync(file);

    openSqlite(file, { create: false }).close();

    expect(statSync(file)).toMatchObject({ mtimeMs: before.mtimeMs, size: before.size });
  });

  it('brings an older ledger to the newest kind, or changes nothing', () => {
    const file = changed(join(makeFolder(), 'ledger.sqlite'), `pragma application_id = ${APPLICATION_ID}`);

    expect(refusalOf(() => openSqlite(file, { create: false }))).toBeNull();
    const database = kept(openSqlite(file, { create: false }));
    expect(pragma(database, 'user_version')).toBe(MIGRATIONS.length);
    expect(database.prepare('select count(*) as count from tally').get()).toEqual({ count: 9 });
  });

  it('keeps what an older ledger holds', () => {
    const file = changed(
      join(makeFolder(), 'ledger.sqlite'),
      `${MIGRATIONS[0]}
       insert into cases (id, route, local_id, kind, anonymous, secret, created_at, first_seen_at)
         values (1, 'file', '1042', 'pengaduan', 0, 0, 1, 1);
       insert into delivery (id, case_id, side, kind, key, state, due_at, created_at, body)
         values (5, 1, 'national', 'create', 'create', 'doubt', 1, 1, '{}');
       insert into attempt (delivery_id, number, begun_at, content_hash) values (5, 1, 1, 'hash');
       pragma application_id = ${APPLICATION_ID}; pragma user_version = 1`,
    );

    const database = kept(openSqlite(file, { create: false }));

    const rows = database.prepare(
      'select d.id, d.state, a.number from delivery d join attempt a on a.delivery_id = d.id',
    );
    expect(rows.all()).toEqual([{ id: 5, state: 'doubt', number: 1 }]);
    expect(pragma(database, 'foreign_key_check')).toBeUndefined();
    expect(() => database.exec('delete from delivery')).toThrow('FOREIGN KEY');
    database.exec(`insert into delivery (case_id, side, kind, key, state, due_at, created_at, body)
      values (1, 'local', 'report', 'report', 'ready', 1, 1, '{}')`);
  });

  it.each([
    ['nothing had been read whole', null, null],
    ['the local side had been read whole', 10, { caseId: 2, messageId: 0 }],
  ])('keeps what an older ledger may have missed: %s', (_name, scannedAt, scanned) => {
    const file = changed(
      join(makeFolder(), 'ledger.sqlite'),
      `${MIGRATIONS.slice(0, 5).join('')}
       insert into meta (name, value) values ('gap', '${JSON.stringify({ kind: 'lost', at: 5, scannedAt })}');
       insert into cases (id, route, local_id, kind, anonymous, secret, created_at, first_seen_at)
         values (1, 'file', '1', 'pengaduan', 0, 0, 1, 9), (2, 'file', '2', 'pengaduan', 0, 0, 1, 10),
           (3, 'file', '3', 'pengaduan', 0, 0, 1, 11);
       pragma application_id = ${APPLICATION_ID}; pragma user_version = 5`,
    );

    const database = kept(openSqlite(file, { create: false }));

    const gap = database.prepare(`select value from meta where name = 'gap'`).pluck().get();
    expect(JSON.parse(String(gap))).toEqual({ kind: 'lost', at: 5, scanned });
  });

  it('leaves an older ledger as it was where a migration fails', () => {
    const file = changed(
      join(makeFolder(), 'ledger.sqlite'),
      `create table alarm (a); pragma application_id = ${APPLICATION_ID}`,
    );

    expect(() => openSqlite(file, { create: false })).toThrow(Database.SqliteError);
    const database = kept(new Database(file, { readonly: true }));
    expect(database.prepare('select name from sqlite_schema').all()).toEqual([{ name: 'alarm' }]);
    expect(pragma(database, 'user_version')).toBe(0);
  });

  it('goes on where the first start of all was cut off', () => {
    const folder = makeFolder();
    const file = join(folder, 'ledger.sqlite');
    writeFileSync(`${file}.new`, 'half a ledger');
    writeFileSync(`${file}.new-journal`, 'half a journal');

    expect(refusalOf(() => openSqlite(file, { create: true }))).toBeNull();
    expect(readdirSync(folder)).toEqual(['ledger.sqlite']);
  });
});

describe('a file that is not used as a ledger', () => {
  const openings = [
    ['for writing', (file: string) => openSqlite(file, { create: true })],
    ['for looking', openSqliteReadOnly],
  ] as const;

  it.each(openings)('is one that others made, %s', (_, open) => {
    const folder = makeFolder();
    const foreign = [
      changed(join(folder, '1'), 'create table t (a)'),
      changed(join(folder, '2'), 'pragma application_id = 7'),
      changed(join(folder, '3'), 'pragma user_version = 1'),
    ];

    expect(foreign.map((file) => refusalOf(() => open(file)))).toEqual(['foreign', 'foreign', 'foreign']);
  });

  it.each(openings)('is one without content, %s', (_, open) => {
    const file = makeLedgerFile();
    truncateSync(file, 0);

    expect(refusalOf(() => open(file))).toBe('emptied');
    expect(statSync(file).size).toBe(0);
  });

  it.each(openings)('is one of a newer version, %s', (_, open) => {
    const file = changed(makeLedgerFile(), `pragma user_version = ${MIGRATIONS.length + 1}`);

    expect(refusalOf(() => open(file))).toBe('newer');
  });

  it.each(openings)('is no database at all, %s', (_, open) => {
    const file = join(makeFolder(), 'ledger.sqlite');
    writeFileSync(file, 'Ini bukan basis data. '.repeat(500), { mode: 0o600 });

    expect(refusalOf(() => open(file))).toBe('not-a-database');
  });

  it.each(openings)('is a damaged one, %s', (_, open) => {
    const file = makeLedgerFile();
    const database = new Database(file);
    database.unsafeMode();
    database.pragma('writable_schema = ON');
    database.exec(`update sqlite_schema set sql = 'create nonsense' where name = 'meta'`);
    database.close();

    expect(refusalOf(() => open(file))).toBe('damaged');
  });

  it('is a missing one, unless it may be made', () => {
    const file = join(makeFolder(), 'ledger.sqlite');

    expect(refusalOf(() => openSqlite(file, { create: false }))).toBe('missing');
    expect(refusalOf(() => openSqliteReadOnly(file))).toBe('missing');
    expect(existsSync(file)).toBe(false);
    expect(refusalOf(() => openSqlite(file, { create: true }))).toBeNull();
  });

  it.each([0o644, 0o640, 0o604, 0o660])('is one with mode %i, which others may read or write', (mode) => {
    const file = makeLedgerFile();
    chmodSync(file, mode);

    expect(refusalOf(() => openSqlite(file, { create: true }))).toBe('loose-mode');
  });

  it('is named by the error, for the person who has to look at it', () => {
    const file = makeLedgerFile();
    truncateSync(file, 0);

    expect(() => openSqlite(file, { create: true })).toThrow(
      expect.objectContaining({ name: 'LedgerRefusedError', file }),
    );
  });
});

describe('openSqliteReadOnly()', () => {
  it('sees what a writer wrote, while it holds the file and when nobody does', () => {
    const file = makeLedgerFile();
    const writer = openSqlite(file, { create: false });
    writer.exec(`insert into meta values ('a', 'b')`);
    const look = () => {
      const reader = openSqliteReadOnly(file);
      const rows = reader.prepare('select * from meta').all();
      reader.close();
      return rows;
    };

    expect(look()).toEqual([{ name: 'a', value: 'b' }]);
    writer.exec('begin immediate');
    expect(look()).toEqual([{ name: 'a', value: 'b' }]);
    writer.exec('rollback');
    writer.close();
    expect(look()).toEqual([{ name: 'a', value: 'b' }]);
  });

  it('cannot write', () => {
    const reader = kept(openSqliteReadOnly(makeLedgerFile()));

    expect(() => reader.exec(`insert into meta values ('a', 'b')`)).toThrow(
      expect.objectContaining({ code: 'SQLITE_READONLY' }),
    );
  });
});

describe('openSqliteInMemory()', () => {
  it('is empty, or what it is a copy of', () => {
    const database = kept(openSqliteInMemory());
    database.exec(`insert into meta values ('a', 'b')`);

    const copy = kept(openSqliteInMemory(database.serialize()));

    expect(copy.prepare('select * from meta').all()).toEqual([{ name: 'a', value: 'b' }]);
    expect(pragma(copy, 'foreign_keys')).toBe(1);
  });
});
