import { statSync } from 'node:fs';
import type { Database } from './database.ts';

/**
 * Empties the write-ahead log where it is longer than `aboveBytes`, and gives its length afterwards in bytes; 0 where there
 * is none. SQLite begins it anew by itself, but never while somebody reads, and never makes the file shorter. Whoever reads
 * just now is not waited for: then it stays as it is.
 */
export function trimLog(database: Database, aboveBytes: number): number {
  const log = `${database.name}-wal`;
  const bytes = lengthOf(log);
  if (bytes <= aboveBytes) return bytes;
  const patienceMs = Number(database.pragma('busy_timeout', { simple: true }));
  database.pragma('busy_timeout = 0');
  try {
    database.pragma('wal_checkpoint(truncate)');
  } finally {
    database.pragma(`busy_timeout = ${patienceMs}`);
  }
  return lengthOf(log);
}

function lengthOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
