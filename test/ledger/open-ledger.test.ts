import { existsSync, mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { LedgerLocation } from '../../src/ledger/open-ledger.ts';
import { openLedger, openLedgerReadOnly, ownKeyFile } from '../../src/ledger/open-ledger.ts';
import { anchorFile } from '../../src/ledger/sqlite/anchor-file.ts';
import { makeLocation, NOW_MS, see } from './make-location.ts';

async function open(location: LedgerLocation, create = true): Promise<Ledger> {
  const ledger = await openLedger(location, { create });
  onTestFinished(() => ledger.close().catch(() => undefined));
  return ledger;
}

const FILES = ['ledger.head', 'ledger.sqlite', 'ledger.sqlite.key'];

async function titles(ledger: Ledger): Promise<readonly (string | undefined)[]> {
  const due = await ledger.dueDeliveries({ side: 'national', now: 5000, limit: 99, creates: true });
  return due.map((work) => work.report?.title);
}

describe('openLedger()', () => {
  it('makes a new ledger with its folder and its key, for its owner alone', async () => {
    const location = makeLocation();
    const ledger = await open(location);
    await see(ledger, '1');
    await ledger.close();

    expect(readdirSync(join(location.file, '..')).sort()).toEqual(FILES);
    for (const file of [location.file, ownKeyFile(location.file), anchorFile(location.file)])
      expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(location.file, '..')).mode & 0o777).toBe(0o700);
  });

  it('finds all of it again', async () => {
    const location = makeLocation();
    const first = await open(location);
    await see(first, '1');
    await first.close();

    const second = await open(location);

    expect(await titles(second)).toEqual(['Jalan berlubang']);
  });

  it('makes nothing where it may not', async () => {
    const location = makeLocation();

    await expect(open(location, false)).rejects.toMatchObject({ refusal: 'missing' });
    expect(existsSync(join(location.file, '..'))).toBe(false);
  });

  it.each([[{ site: 'kota-lain', environment: 'production' }], [{ site: 'kota-serang', environment: 'sandbox' }]])(
    'refuses a ledger that belongs to another city or system: %o',
    async (binding) => {
      const location = makeLocation();
      await (await open(location)).close();

      await expect(open({ ...location, binding })).rejects.toMatchObject({ refusal: 'binding', file: location.file });
      await (await open(location)).close();
    },
  );

  it('refuses a key that is not its own', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    const text = 'ab'.repeat(32);

    await expect(open({ ...location, key: { ...location.key, text } })).rejects.toMatchObject({ refusal: 'key' });
  });

  it('is not opened without the key that it was made with, and makes no other', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    rmSync(ownKeyFile(location.file));

    await expect(open(location)).rejects.toMatchObject({ name: 'MasterKeyError', problem: 'missing' });
    expect(existsSync(ownKeyFile(location.file))).toBe(false);
  });

  it('refuses an emptied ledger, with its key beside it or not', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    truncateSync(location.file, 0);

    await expect(open(location)).rejects.toMatchObject({ refusal: 'emptied' });
    rmSync(ownKeyFile(location.file));
    await expect(open(location)).rejects.toMatchObject({ refusal: 'emptied' });
  });

  it('takes a key without a ledger for what is left of one that was lost, with half a new one beside it or not', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    for (const file of [location.file, anchorFile(location.file)]) rmSync(file);
    writeFileSync(`${location.file}.new`, 'half a ledger');

    const ledger = await open(location);
    await see(ledger, '1');

    expect(await titles(ledger)).toEqual(['Jalan berlubang']);
    expect(await ledger.readGap()).toMatchObject({ kind: 'lost', at: NOW_MS });
  });

  it('goes on where a first start was cut off behind the key', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    for (const file of [location.file, anchorFile(location.file)]) rmSync(file);
    writeFileSync(`${location.file}.first`, '');

    const ledger = await open(location);

    expect(await ledger.readGap()).toBeNull();
    expect(readdirSync(join(location.file, '..')).filter((name) => name.includes('first'))).toEqual([]);
  });

  it('takes a folder with neither for a first start', async () => {
    expect(await (await open(makeLocation())).readGap()).toBeNull();
  });

  it('leaves no key where the first ledger could not be made', async () => {
    const location = makeLocation();
    mkdirSync(`${location.file}.new`, { recursive: true });

    await expect(open(location)).rejects.toThrow();

    expect(readdirSync(join(location.file, '..'))).toEqual(['ledger.sqlite.first', 'ledger.sqlite.new']);
  });

  it('leaves the key of one that was lost, where no other could be made', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    for (const file of [location.file, anchorFile(location.file)]) rmSync(file);
    mkdirSync(`${location.file}.new`);

    await expect(open(location)).rejects.toThrow();

    expect(readdirSync(join(location.file, '..')).sort()).toEqual(['ledger.sqlite.key', 'ledger.sqlite.new']);
  });

  it('leaves the file free for the next one where it refuses it', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    await expect(open({ ...location, binding: { site: 'x', environment: 'y' } })).rejects.toThrow();

    expect(readdirSync(join(location.file, '..')).sort()).toEqual(FILES);
  });

  it('lets an operator’s command work beside the daemon', async () => {
    const location = makeLocation();
    const daemon = await open(location);
    await see(daemon, '1');

    const command = await open(location, false);

    expect(await command.hold('1', 2000)).toMatchObject({ ok: true, count: 1 });
    expect(await titles(daemon)).toEqual([]);
  });
});

describe('openLedgerReadOnly()', () => {
  it('looks while a daemon holds it and when nobody does, without the key', async () => {
    const location = makeLocation();
    const daemon = await open(location);
    await see(daemon, '1');
    const look = async () => {
      const reader = openLedgerReadOnly(location);
      const found = await reader.findCase('1');
      await reader.close();
      return found?.localId;
    };

    expect(await look()).toBe('1');
    await daemon.close();
    rmSync(ownKeyFile(location.file));
    expect(await look()).toBe('1');
  });

  it('refuses the ledger of another site', async () => {
    const location = makeLocation();
    await (await open(location)).close();
    const other = { ...location, binding: { ...location.binding, site: 'kota-lain' } };
    expect(() => openLedgerReadOnly(other)).toThrow(expect.objectContaining({ refusal: 'binding' }));
  });

  it('can neither write nor open what is sealed', async () => {
    const location = makeLocation();
    const daemon = await open(location);
    await see(daemon, '1');
    const reader = openLedgerReadOnly(location);
    onTestFinished(() => reader.close());

    await expect(titles(reader)).rejects.toThrow();
    await expect(reader.hold('1', 1000)).rejects.toMatchObject({ refusal: 'read-only' });
  });
});
