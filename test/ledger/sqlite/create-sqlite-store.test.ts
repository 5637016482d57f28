import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSqliteStore } from '../../../src/ledger/sqlite/create-sqlite-store.ts';
import { Database } from '../../../src/ledger/sqlite/database.ts';
import { openSqlite } from '../../../src/ledger/sqlite/open-sqlite.ts';
import type { Verb } from '../../../src/ledger/verb.ts';
import { all, one, run } from '../../../src/ledger/verb.ts';
import { makeFolder } from '../../support/make-folder.ts';

function openStore() {
  const file = join(makeFolder(), 'ledger.sqlite');
  const database = openSqlite(file, { create: true });
  const other = new Database(file, { readonly: true });
  onTestFinished(() => {
    other.close();
    database.close();
  });
  const store = createSqliteStore(database);
  /** What is committed, as another process sees it. */
  const committed = () =>
    (other.prepare('select name from meta order by rowid').all() as { name: string }[]).map(nameOf);
  const commits = () => commitsIn(readFileSync(`${file}-wal`));
  return { database, store, committed, commits };
}

const nameOf = ({ name }: { readonly name: string }) => name;

function* put(name: string): Verb<string> {
  yield* run('insert into meta (name, value) values (:name, :name)', { name });
  return name;
}

function* fail(name: string, error: Error): Verb<never> {
  yield* put(name);
  throw error;
}

/** How each of these ended: its value, or the name of its error. */
async function endsOf(writes: readonly Promise<unknown>[]): Promise<readonly unknown[]> {
  const ends = await Promise.allSettled(writes);
  return ends.map((end) => (end.status === 'fulfilled' ? end.value : (end.reason as Error).message));
}

describe('verbs that wait at the same moment', () => {
  it.each([1, 2, 20])('share one commit: %i of them', async (count) => {
    const { store, committed, commits } = openStore();
    const names = Array.from({ length: count }, (_, index) => `n${index}`);
    const before = commits();

    expect(await Promise.all(names.map((name) => store.write(() => put(name))))).toEqual(names);

    expect(commits() - before).toBe(1);
    expect(committed()).toEqual(names);
  });

  it('do not share it with those that come later', async () => {
    const { store, commits } = openStore();
    const before = commits();

    for (const name of ['a', 'b', 'c']) await store.write(() => put(name));

    expect(commits() - before).toBe(3);
  });

  it('keep their order, each seeing what those before it did', async () => {
    const { store, committed } = openStore();
    const seen: unknown[] = [];
    function* look(name: string): Verb<void> {
      seen.push((yield* all<{ name: string }>('select name from meta order by rowid')).map(nameOf));
      yield* put(name);
    }

    await Promise.all(['a', 'b', 'c'].map((name) => store.write(() => look(name))));

    expect(seen).toEqual([[], ['a'], ['a', 'b']]);
    expect(committed()).toEqual(['a', 'b', 'c']);
  });

  it('are reported only once all of them are on disk', async () => {
    const { store, committed } = openStore();
    const reported: unknown[] = [];
    const writes = ['a', 'b', 'c'].map((name) =>
      store.write(() => put(name)).then((value) => reported.push([value, committed()])),
    );
    expect(committed()).toEqual([]);

    await Promise.all(writes);

    expect(reported).toEqual(['a', 'b', 'c'].map((name) => [name, ['a', 'b', 'c']]));
  });
});

describe('a verb that fails', () => {
  it('fails alone, and leaves nothing', async () => {
    const { store, committed } = openStore();
    const writes = [
      store.write(() => put('a')),
      store.write(() => fail('b', new RangeError('a bug'))),
      store.write(() => put('c')),
      store.write(() => put('a')),
    ];

    expect(await endsOf(writes)).toEqual(['a', 'a bug', 'c', 'UNIQUE constraint failed: meta.name']);
    expect(committed()).toEqual(['a', 'c']);
    expect(await store.write(() => put('d'))).toBe('d');
  });

  it('fails where it is the only one', async () => {
    const { store, committed } = openStore();

    await expect(store.write(() => fail('a', new RangeError('a bug')))).rejects.toThrow('a bug');
    expect(committed()).toEqual([]);
  });

  it('is not the end of a store whose disk is full: what waits is told, and goes once there is room', async () => {
    const { database, store, committed } = openStore();
    await store.write(() => put('before'));
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages}`);
    const big = 'x'.repeat(100_000);

    const ends = await endsOf([
      store.write(() => put(big)),
      store.write(() => put('small')),
      store.write(() => put(big)),
    ]);
    expect(ends).toEqual(['database or disk is full', 'small', 'database or disk is full']);
    expect(database.inTransaction).toBe(false);

    database.pragma('max_page_count = 100000');
    await store.write(() => put(big));
    expect(committed()).toEqual(['before', 'small', big]);
  });

  it('waits a while for whoever else writes, and is told when that takes too long', async () => {
    const { database, store, committed } = openStore();
    database.pragma('busy_timeout = 20');
    const other = new Database(database.name);
    other.exec('begin immediate');

    await expect(store.write(() => put('a'))).rejects.toThrow(expect.objectContaining({ code: 'SQLITE_BUSY' }));
    other.exec('rollback');
    other.close();

    await store.write(() => put('b'));
    expect(committed()).toEqual(['b']);
  });
});

describe('a store whose disk failed', () => {
  it.each([
    ['SQLITE_IOERR_FSYNC', 'the disk failed'],
    ['SQLITE_CANTOPEN', 'the disk failed'],
    ['SQLITE_CORRUPT', 'ledger refused: damaged'],
    ['SQLITE_NOTADB', 'ledger refused: not-a-database'],
    ['SQLITE_READONLY_DBMOVED', 'ledger refused: read-only'],
  ])('does nothing more after %s: not what waited with it, and nothing later', async (code, told) => {
    const { store, committed } = openStore();
    const broken = () => fail('b', new Database.SqliteError('the disk failed', code));
    const writes = [store.write(() => put('a')), store.write(broken), store.write(() => put('c'))];

    expect(await endsOf(writes)).toEqual([told, told, told]);
    expect(store.failed.aborted).toBe(true);
    expect(committed()).toEqual([]);
    await expect(store.write(() => put('d'))).rejects.toThrow(told);
    await expect(store.read(() => one('select 1'))).rejects.toThrow(told);
  });

  it('notices it while reading, too', async () => {
    const { store } = openStore();
    function* broken(): Verb<never> {
      yield* one('select 1');
      throw new Database.SqliteError('the disk failed', 'SQLITE_IOERR_READ');
    }

    await expect(store.read(broken)).rejects.toThrow('the disk failed');
    await expect(store.write(() => put('a'))).rejects.toThrow('the disk failed');
  });

  it('is not one whose verb is wrong', async () => {
    const { store, committed } = openStore();
    await expect(store.write(() => run('insert into nowhere values (1)'))).rejects.toThrow('no such table');

    await store.write(() => put('a'));

    expect(committed()).toEqual(['a']);
  });
});

describe('close()', () => {
  it('writes what still waits, and nothing after it', async () => {
    const { store, committed } = openStore();
    const waiting = store.write(() => put('a'));

    await store.close();

    expect(await waiting).toBe('a');
    expect(committed()).toEqual(['a']);
    await nextTurn();
    await expect(store.write(() => put('b'))).rejects.toThrow('not open');
  });
});

const WAL_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/**
 * Number of commits in a write-ahead log: frames that end a transaction name the size of the database after it, the others
 * say 0 (SQLite's file format page, "The WAL File Format").
 */
function commitsIn(wal: Buffer): number {
  if (wal.length === 0) return 0;
  const frameBytes = FRAME_HEADER_BYTES + wal.readUInt32BE(8);
  let commits = 0;
  for (let at = WAL_HEADER_BYTES; at + frameBytes <= wal.length; at += frameBytes) {
    if (wal.readUInt32BE(at + 4) > 0) commits += 1;
  }
  return commits;
}
