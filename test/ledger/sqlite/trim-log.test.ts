import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../src/ledger/sqlite/database.ts';
import { openSqlite, openSqliteInMemory } from '../../../src/ledger/sqlite/open-sqlite.ts';
import { trimLog } from '../../../src/ledger/sqlite/trim-log.ts';
import { makeFolder } from '../../support/make-folder.ts';

function openBusy() {
  const file = join(makeFolder(), 'ledger.sqlite');
  const database = openSqlite(file, { create: true });
  const reader = new Database(file, { readonly: true });
  onTestFinished(() => {
    reader.close();
    database.close();
  });
  database.exec(`insert into meta (name, value) values ('grown', hex(zeroblob(50000)))`);
  const bytes = () => statSync(`${file}-wal`).size;
  return { database, reader, bytes };
}

it('leaves a log that is no longer than allowed', () => {
  const { database, bytes } = openBusy();
  const before = bytes();

  expect(trimLog(database, before)).toBe(before);
  expect(bytes()).toBe(before);
});

it('empties a longer one, and loses nothing', () => {
  const { database, reader, bytes } = openBusy();

  expect(trimLog(database, bytes() - 1)).toBe(0);

  expect(bytes()).toBe(0);
  expect(reader.prepare(`select length(value) as n from meta where name = 'grown'`).get()).toEqual({ n: 100_000 });
});

it('neither waits for somebody who reads an older state nor fails, and empties it once they are done', () => {
  const { database, reader, bytes } = openBusy();
  reader.exec('begin');
  reader.prepare('select count(*) from meta').get();
  database.exec(`insert into meta (name, value) values ('later', 'x')`);
  const before = bytes();

  expect(trimLog(database, 0)).toBe(before);
  expect(database.pragma('busy_timeout', { simple: true })).toBe(5000);

  reader.exec('commit');
  expect(trimLog(database, 0)).toBe(0);
});

it('finds none beside a ledger in memory', () => {
  expect(trimLog(openSqliteInMemory(), 0)).toBe(0);
});
