import { existsSync, readFileSync, statSync } from 'node:fs';
import { applyWal } from './apply-wal.ts';
import { openSqliteReadOnly } from './open-sqlite.ts';

const TRIES = 5;
/** Bytes 18 and 19 of the header: 1 is a database without a write-ahead log, as one in memory must be. */
const FORMAT_AT = [18, 19];

/**
 * The ledger file as bytes, with all that is committed. SQLite itself would leave files beside it: the bytes are read as
 * they lie there, and read again where a daemon moved any meanwhile; one that never rests is asked through SQLite, whose
 * files are there then anyway.
 */
export function readLedgerBytes(file: string): Buffer {
  const bytes = readAtRest(file) ?? askSqlite(file);
  if (bytes.length > 0) for (const at of FORMAT_AT) bytes[at] = 1;
  return bytes;
}

function readAtRest(file: string): Buffer | null {
  const log = `${file}-wal`;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = [stampOf(file), stampOf(log)].join();
    const wal = existsSync(log) ? readFileSync(log) : new Uint8Array();
    const database = readFileSync(file);
    if ([stampOf(file), stampOf(log)].join() === before) return applyWal(database, wal);
  }
  return null;
}

function stampOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '-' : `${stat.mtimeNs}/${stat.size}`;
}

function askSqlite(file: string): Buffer {
  const source = openSqliteReadOnly(file);
  try {
    return source.serialize();
  } finally {
    source.close();
  }
}
