import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUpLedger } from '../../src/ledger/back-up-ledger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { type LedgerLocation, openLedger, ownKeyFile } from '../../src/ledger/open-ledger.ts';
import { restoreLedger } from '../../src/ledger/restore-ledger.ts';
import { anchorFile } from '../../src/ledger/sqlite/anchor-file.ts';
import { Database } from '../../src/ledger/sqlite/database.ts';
import { makeLocation, NOW_MS, see } from './make-location.ts';

async function use<T>(location: LedgerLocation, act: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = await openLedger(location, { create: true });
  try {
    return await act(ledger);
  } finally {
    await ledger.close();
  }
}

const statesOf = (ledger: Ledger) => ledger.readTally().then(({ deliveries, open }) => ({ ...deliveries, open }));

/** A ledger with one report that is ready, and a backup of it in the folder beside it. */
async function backedUp() {
  const location = makeLocation();
  await use(location, (ledger) => see(ledger, '1'));
  const backup = join(dirname(location.file), '..', 'keep.sqlite');
  return { location, backup, facts: await backUpLedger(location.file, backup) };
}

/** Every file of the ledger with what is in it. */
function hashes({ file }: LedgerLocation): readonly (readonly [string, string])[] {
  const folder = dirname(file);
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return readdirSync(folder)
    .sort()
    .map((name) => [name, hashOf(name)]);
}

function edit(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

function loseLastPage(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, bytes.length - 4096));
}

describe('backUpLedger()', () => {
  it('is one file for its owner alone, and says what is in it', async () => {
    const { location, backup, facts } = await backedUp();

    expect(facts).toMatchObject({ cases: 1, deliveries: 1 });
    expect(facts.head).toBe(await use(location, async (ledger) => (await ledger.historyHead())?.hash));
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(backup)).filter((name) => name.startsWith('keep'))).toEqual(['keep.sqlite']);
  });

  it.each([
    ['a line of the history was edited', `update history set data = '{}' where seq = 2`],
    ['a count is not that of its rows', `update tally set count = 9 where name = 'parked'`],
  ])('refuses a ledger of which %s, and leaves nothing', async (_name, sql) => {
    const { location, backup } = await backedUp();
    rmSync(backup);
    edit(location.file, sql);

    await expect(backUpLedger(location.file, backup)).rejects.toMatchObject({ refusal: 'damaged' });

    expect(readdirSync(dirname(backup)).filter((name) => name.startsWith('keep'))).toEqual([]);
  });
});

describe('restoreLedger()', () => {
  it('puts a backup in the place of what came after it, keeps that, and doubts what is open', async () => {
    const { location, backup, facts } = await backedUp();
    await use(location, (ledger) => see(ledger, '2'));

    const restored = await restoreLedger(location, backup);

    expect(restored).toEqual({ facts, doubted: 1, kept: [`${location.file}.before-19700101T001640Z`] });
    expect(await use(location, statesOf)).toMatchObject({ ready: 0, held: 1, open: 1 });
    expect(restored.kept.filter((file) => !existsSync(file))).toEqual([]);
    expect(existsSync(`${location.file}.restored`)).toBe(false);
  });

  it.each(['lost', 'lost with its anchor', 'lost with its anchor torn'])(
    'is found in order by the next run where the ledger was %s',
    async (how) => {
      const { location, backup } = await backedUp();
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${location.file}${suffix}`, { force: true });
      if (how.endsWith('anchor')) rmSync(anchorFile(location.file));
      if (how.endsWith('torn')) writeFileSync(anchorFile(location.file), 'x');

      expect(await restoreLedger(location, backup)).toMatchObject({ doubted: 1, kept: [] });

      expect(await use(location, (ledger) => ledger.readGap())).toEqual({
        kind: 'rolled-back',
        at: NOW_MS,
        scanned: null,
      });
    },
  );

  it.each<readonly [string, (backup: string, location: LedgerLocation) => unknown, object]>([
    ['that is not there', (backup) => rmSync(backup), { refusal: 'missing' }],
    [
      'that is no ledger',
      (backup) => writeFileSync(backup, 'bukan basis data '.repeat(99)),
      { refusal: 'not-a-database' },
    ],
    ['that is empty', (backup) => writeFileSync(backup, ''), { refusal: 'emptied' }],
    ['with a page that the disk lost', loseLastPage, { refusal: 'damaged' }],
    ['that was edited', (backup) => edit(backup, `update history set data = '{}'`), { refusal: 'damaged' }],
    ['without its key', (_, { file }) => rmSync(ownKeyFile(file)), { name: 'MasterKeyError' }],
  ])('refuses a backup %s, names it, and changes nothing', async (_name, prepare, refusal) => {
    const { location, backup } = await backedUp();
    prepare(backup, location);
    const before = hashes(location);

    await expect(restoreLedger(location, backup)).rejects.toMatchObject({
      ...refusal,
      ...('refusal' in refusal ? { file: backup } : {}),
    });

    expect(hashes(location)).toEqual(before);
  });

  it('refuses the backup of another city', async () => {
    const { location, backup } = await backedUp();
    const binding = { site: 'kota-lain', environment: 'production' };
    await expect(restoreLedger({ ...location, binding }, backup)).rejects.toMatchObject({ refusal: 'binding' });
  });
});
