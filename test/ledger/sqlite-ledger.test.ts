import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openSqlite } from '../../src/ledger/sqlite/open-sqlite.ts';
import { makeLedger, openTestLedger, type TestLedger } from '../support/make-ledger.ts';
import { ledgerContract } from './ledger-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'jembatan-'));
const empty = join(folder, 'empty.sqlite');
let opened = 0;

beforeAll(() => void openSqlite(empty, { create: true }).close());
afterAll(() => rmSync(folder, { recursive: true }));

function openFileLedger(): TestLedger {
  opened += 1;
  const file = join(folder, `${opened}.sqlite`);
  copyFileSync(empty, file);
  const database = openSqlite(file, { create: false });
  // That commits are on the disk has tests of its own; here they only cost time.
  database.pragma('synchronous = OFF');
  onTestFinished(() => void database.close());
  return makeLedger(database);
}

ledgerContract('a ledger in memory', openTestLedger);
ledgerContract('a ledger in a file', openFileLedger);
