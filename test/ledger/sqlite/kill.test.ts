import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/ledger/sqlite/open-sqlite.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { makeLedger } from '../../support/make-ledger.ts';
import { readHistory, verifyHistory } from '../verify-history.ts';
import { startLedgerProcess } from './ledger-process.ts';

const LEDGERS = 4;
const KILLS_EACH = 5;

/** Kills the same ledger's writer again and again, each time after another number of promised writes. */
async function killAgainAndAgain(file: string): Promise<void> {
  const promised = new Set<string>();
  for (let kill = 1; kill <= KILLS_EACH; kill += 1) {
    const writer = startLedgerProcess('write', file);
    const count = 1 + Math.floor(Math.random() * 25);
    for (let heard = 0; heard < count; heard += 1) promised.add(`${kill}:${await writer.heard()}`);
    for (const localId of await writer.kill()) promised.add(`${kill}:${localId}`);
    await expectAllThere(file, kill, promised);
    rename(file, kill);
  }
}

async function expectAllThere(file: string, kill: number, promised: ReadonlySet<string>): Promise<void> {
  const database = openSqlite(file, { create: false });
  try {
    const { ledger, query } = makeLedger(database);
    const prefix = `${kill}:`;
    for (const name of promised) {
      const localId = name.startsWith(prefix) ? name.slice(prefix.length) : name;
      expect({ name, found: (await ledger.findCase(localId)) !== null }).toEqual({ name, found: true });
    }
    const rows = readHistory({ query });
    const written = Number(query('select count(*) as count from cases')[0]?.count);
    expect(verifyHistory(rows)).toBeNull();
    expect((await ledger.readTally()).open).toBe(written);
    expect(rows.filter((row) => row.event === 'case-opened')).toHaveLength(written);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  } finally {
    database.close();
  }
}

/** So that the next writer begins at one again without meeting what the last one wrote. */
function rename(file: string, kill: number): void {
  const database = openSqlite(file, { create: false });
  database.exec(`update cases set local_id = '${kill}:' || local_id where local_id not like '%:%'`);
  database.close();
}

describe('a ledger whose process is killed', () => {
  it('has every write that was promised, whole, however often', async () => {
    const folder = makeFolder();
    const files = Array.from({ length: LEDGERS }, (_, index) => join(folder, `${index}.sqlite`));

    await Promise.all(files.map(killAgainAndAgain));

    expect.hasAssertions();
  }, 60_000);
});
