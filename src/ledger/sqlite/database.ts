import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';

const require = createRequire(import.meta.url);

/**
 * better-sqlite3 in the version that this Node can use. Version 13 is made for Node-API 10 (Node 22.14 and later) and ends
 * the process where there is less. Version 12 ends the process on Node 24.19 and later, as soon as a statement is collected
 * as garbage (nodejs/node#65446).
 */
export const Database = (
  Number(process.versions.napi) >= 10 ? require('better-sqlite3-13') : require('better-sqlite3')
) as typeof BetterSqlite3;

/** A connection. */
export type Database = BetterSqlite3.Database;
