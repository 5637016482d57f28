import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyLedger } from '../../src/ledger/copy-ledger.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { LedgerLocation } from '../../src/ledger/open-ledger.ts';
import { openLedger, ownKeyFile } from '../../src/ledger/open-ledger.ts';
import { anchorFile } from '../../src/ledger/sqlite/anchor-file.ts';
import { makeLocation, NOW_MS, see } from './make-location.ts';

async function open(location: LedgerLocation, create = true): Promise<Ledger> {
  const ledger = await openLedger(location, { create });
  onTestFinished(() => ledger.close().catch(() => undefined));
  return ledger;
}

async function titles(ledger: Ledger): Promise<readonly (string | undefined)[]> {
  const due = await ledger.dueDeliveries({ side: 'national', now: 5000, limit: 99, creates: true });
  return due.map((work) => work.report?.title);
}

/** Every file of a folder with all that a careful eye could see of it. */
function stateOf(folder: string): readonly unknown[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
      return [name, hash, statSync(file).mtimeMs];
    });
}

describe('copyLedger()', () => {
  it.each(['while a daemon writes', 'when nobody does'])('is a copy of all that is there %s', async (when) => {
    const location = makeLocation();
    const daemon = await open(location);
    await see(daemon, '1');
    if (when === 'when nobody does') await daemon.close();

    const copy = await copyLedger(location);

    expect(await titles(copy)).toEqual(['Jalan berlubang']);
    await copy.close();
  });

  it('leaves the ledger as it was, whatever is done to the copy', async () => {
    const location = makeLocation();
    const daemon = await open(location);
    await see(daemon, '1');
    await daemon.close();
    const before = stateOf(join(location.file, '..'));

    const copy = await copyLedger(location);
    await see(copy, '2');
    await copy.hold('1', 2000);
    expect(await copy.readTally()).toMatchObject({ open: 2 });
    await copy.close();

    expect(stateOf(join(location.file, '..'))).toEqual(before);
    expect(await (await open(location)).readTally()).toMatchObject({ open: 1 });
  });

  it('is an empty ledger where there is none, and makes no file', async () => {
    const location = makeLocation();

    const copy = await copyLedger(location);
    await see(copy, '1');

    expect(await titles(copy)).toEqual(['Jalan berlubang']);
    expect(existsSync(join(location.file, '..'))).toBe(false);
  });

  it('needs the ledger’s own key', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    rmSync(ownKeyFile(location.file));

    await expect(copyLedger(location)).rejects.toMatchObject({ problem: 'missing' });
  });

  it('refuses what is refused as a ledger', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    truncateSync(location.file, 0);

    await expect(copyLedger(location)).rejects.toMatchObject({ refusal: 'emptied' });
  });

  it('leaves alone what a daemon that was killed left behind', async () => {
    const location = makeLocation();
    const daemon = await open(location);
    await see(daemon, '1');
    const folder = join(location.file, '..');
    rmSync(`${location.file}-shm`);
    const before = stateOf(folder);

    const copy = await copyLedger(location);

    expect(await titles(copy)).toEqual(['Jalan berlubang']);
    await copy.close();
    expect(stateOf(folder)).toEqual(before);
  });

  it.each([
    ['its anchor', (file: string) => rmSync(`${file}.key`)],
    ['its key', (file: string) => rmSync(anchorFile(file))],
  ])('is what would be made in the place of one that was lost, of which %s is left', async (_, lose) => {
    const location = makeLocation();
    await (await open(location)).close();
    rmSync(location.file);
    lose(location.file);

    const copy = await copyLedger(location);

    expect(await copy.readGap()).toEqual({ kind: 'lost', at: NOW_MS, scanned: null });
    expect(existsSync(location.file)).toBe(false);
  });

  it('refuses an older one, or is what would be made of it', async () => {
    const location = makeLocation();
    const first = await open(location);
    await first.close();
    const old = readFileSync(location.file);
    const second = await open(location);
    await see(second, '1');
    await second.close();
    writeFileSync(location.file, old);

    await expect(copyLedger(location)).rejects.toMatchObject({ refusal: 'rolled-back' });
    const copy = await copyLedger(location, { recover: true });
    expect(await copy.readGap()).toEqual({ kind: 'rolled-back', at: NOW_MS, scanned: null });
    expect(existsSync(anchorFile(location.file))).toBe(true);
  });
});
