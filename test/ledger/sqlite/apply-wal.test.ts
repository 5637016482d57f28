import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyWal } from '../../../src/ledger/sqlite/apply-wal.ts';
import { Database } from '../../../src/ledger/sqlite/database.ts';
import { makeFolder } from '../../support/make-folder.ts';

interface Given {
  readonly isBigEndian?: boolean;
  /** Of the log; a frame may carry that of another time. */
  readonly salt?: number;
}

interface Frame {
  readonly page: number;
  readonly content: Buffer;
  /** Pages of the database after this commit, 0 within a transaction. */
  readonly commits: number;
  readonly salt?: number;
}

const SALT = 7;

function putWords(bytes: Buffer, at: number, words: readonly number[]): void {
  for (const [index, word] of words.entries()) bytes.writeUInt32BE(word, at + index * 4);
}

/** A log as sqlite.org/fileformat2.html describes it, in either byte order. */
function makeWal(frames: readonly Frame[], { isBigEndian = false, salt = SALT }: Given = {}): Buffer {
  const pageBytes = frames[0]?.content.length ?? 512;
  const header = Buffer.alloc(32);
  putWords(header, 0, [isBigEndian ? 0x377f0683 : 0x377f0682, 3007000, pageBytes, 0, salt, salt]);
  let sum: readonly [number, number] = [0, 0];
  const add = (bytes: Buffer) => {
    let [first, second] = sum;
    for (let at = 0; at < bytes.length; at += 8) {
      const [a, b] = isBigEndian
        ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
        : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
      first = (first + a + second) >>> 0;
      second = (second + b + first) >>> 0;
    }
    sum = [first, second];
  };
  add(header.subarray(0, 24));
  putWords(header, 24, sum);
  const written = frames.map((frame) => {
    const head = Buffer.alloc(24);
    putWords(head, 0, [frame.page, frame.commits, frame.salt ?? salt, frame.salt ?? salt]);
    add(head.subarray(0, 8));
    add(frame.content);
    putWords(head, 16, sum);
    return Buffer.concat([head, frame.content]);
  });
  return Buffer.concat([header, ...written]);
}

/** A database with one row, and its pages after a second one. */
function makeFiles() {
  const file = join(makeFolder(), 'x.sqlite');
  const database = new Database(file);
  database.pragma('page_size = 512');
  database.exec('create table t (name text); pragma journal_mode = wal;');
  database.exec(`insert into t values ('before')`);
  database.pragma('wal_checkpoint(truncate)');
  const before = readFileSync(file);
  database.exec(`insert into t values ('after')`);
  database.pragma('wal_checkpoint(truncate)');
  database.close();
  const after = readFileSync(file);
  return { file, before, pages: pagesOf(after) };
}

const pagesOf = (bytes: Buffer) =>
  Array.from({ length: bytes.length / 512 }, (_, index) => bytes.subarray(index * 512, (index + 1) * 512));

/** What SQLite itself reads out of the two. */
function namesBySqlite(file: string, database: Buffer, wal: Buffer): readonly unknown[] {
  writeFileSync(file, database);
  writeFileSync(`${file}-wal`, wal);
  rmSync(`${file}-shm`, { force: true });
  return names(new Database(file));
}

function namesOf(bytes: Buffer): readonly unknown[] {
  // A database in memory has no log.
  return names(new Database(Buffer.from(bytes).fill(1, 18, 20)));
}

function names(database: Database): readonly unknown[] {
  try {
    return database.prepare('select name from t order by rowid').pluck().all();
  } finally {
    database.close();
  }
}

const torn = (log: Buffer) => log.fill(0xff, log.length - 8);

const [OLD, NEW] = [['before'], ['before', 'after']];

describe('applyWal()', () => {
  it.each<readonly [string, (frames: readonly Frame[]) => Buffer, readonly string[]]>([
    ['a log of this machine', (frames) => makeWal(frames), NEW],
    ['a log of a machine of the other byte order', (frames) => makeWal(frames, { isBigEndian: true }), NEW],
    ['no log', () => Buffer.alloc(0), OLD],
    ['a log whose header is torn', (frames) => makeWal(frames).fill(0xff, 24, 28), OLD],
    ['a log whose header is half wrong', (frames) => makeWal(frames).fill(0xff, 28, 32), OLD],
    ['something else than a log', (frames) => makeWal(frames).fill(0, 0, 4), OLD],
    ['a transaction that was not committed', (frames) => makeWal(frames.map((one) => ({ ...one, commits: 0 }))), OLD],
    ['a commit of another time', (frames) => makeWal(frames.map((one) => ({ ...one, salt: 8 }))), OLD],
    ['a commit whose last page is torn', (frames) => torn(makeWal(frames)), OLD],
    ['a commit of which the end is missing', (frames) => makeWal(frames).subarray(0, -1), OLD],
  ])('reads %s as SQLite does', (_name, makeLog, expected) => {
    const { file, before, pages } = makeFiles();
    const last = pages.length - 1;
    const log = makeLog(
      pages.map((content, index) => ({ page: index + 1, content, commits: index === last ? pages.length : 0 })),
    );

    expect(namesOf(applyWal(before, log))).toEqual(expected);
    expect(namesBySqlite(file, before, log)).toEqual(expected);
  });

  it('takes the newest of a page, and leaves out what a later commit cut off', () => {
    const page = (byte: number) => Buffer.alloc(512, byte);
    const log = makeWal([
      { page: 1, content: page(1), commits: 0 },
      { page: 3, content: page(3), commits: 3 },
      { page: 1, content: page(9), commits: 2 },
    ]);

    expect(applyWal(Buffer.alloc(1024, 5), log)).toEqual(Buffer.concat([page(9), page(5)]));
  });
});
