import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../../../src/ledger/sqlite/open-sqlite.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { makeLedger } from '../../support/make-ledger.ts';
import { readHistory, verifyHistory } from '../verify-history.ts';
import { startLedgerProcess } from './ledger-process.ts';

const LEDGERS = 3;
const KILLS_EACH = Math.ceil(Number(process.env.JEMBATAN_KILLS ?? 12) / LEDGERS);

/** Kills the same ledger's writer again and again, each time after another number of promised writes. */
async function killAgainAndAgain(file: string): Promise<void> {
  const promised: string[] = [];
  for (let kill = 1; kill <= KILLS_EACH; kill += 1) {
    const writer = startLedgerProcess('write', file);
    onTestFinished(async () => void (await writer.kill()));
    const count = 1 + Math.floor(Math.random() * 25);
    const heard: string[] = [];
    while (heard.length < count) heard.push(await writer.heard());
    heard.push(...(await writer.kill()));
    promised.push(...heard.map((localId) => `${kill}:${localId}`));
    await expectAllThere(file, { kill, promised });
  }
}

async function expectAllThere(
  file: string,
  { kill, promised }: { readonly kill: number; readonly promised: readonly string[] },
): Promise<void> {
  const database = openSqlite(file, { create: false });
  try {
    // The next writer begins at one again, and must not meet what this one wrote.
    database.exec(`update cases set local_id = '${kill}:' || local_id where local_id not like '%:%'`);
    const { ledger, query } = makeLedger(database);
    const written = query('select local_id from cases').map((row) => String(row.local_id));
    const rows = readHistory({ query });
    expect(promised.filter((localId) => !written.includes(localId))).toEqual([]);
    expect(verifyHistory(rows)).toBeNull();
    expect(rows.filter((row) => row.event === 'case-opened')).toHaveLength(written.length);
    expect((await ledger.readTally()).open).toBe(written.length);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  } finally {
    database.close();
  }
}

describe('a ledger whose process is killed', () => {
  it('has every write that was promised, whole, however often', async () => {
    const folder = makeFolder();
    const files = Array.from({ length: LEDGERS }, (_, index) => join(folder, `${index}.sqlite`));

    await Promise.all(files.map(killAgainAndAgain));
  }, 60_000);
});
