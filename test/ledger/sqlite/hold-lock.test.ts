import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../../src/ledger/sqlite/database.ts';
import { holdLock, LedgerLockedError } from '../../../src/ledger/sqlite/hold-lock.ts';
import { makeFolder } from '../../support/make-folder.ts';
import { startLedgerProcess } from './ledger-process.ts';

describe('holdLock()', () => {
  it('refuses a second holder at once and lets the next one in after the first', () => {
    const file = join(makeFolder(), 'ledger.lock.db');
    const unlock = holdLock(file);
    const startedMs = performance.now();

    expect(() => holdLock(file)).toThrow(expect.objectContaining({ name: 'LedgerLockedError', file }));
    expect(performance.now() - startedMs).toBeLessThan(1000);

    unlock();
    holdLock(file)();
  });

  it('is for its owner alone', () => {
    const file = join(makeFolder(), 'ledger.lock.db');

    holdLock(file)();

    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is freed by the death of its holder, however sudden', async () => {
    const file = join(makeFolder(), 'ledger.lock.db');
    const holder = startLedgerProcess('hold', file);
    onTestFinished(async () => void (await holder.kill()));
    expect(await holder.heard()).toBe('held');
    expect(() => holdLock(file)).toThrow(LedgerLockedError);

    await holder.kill();

    holdLock(file)();
  }, 30_000);

  it('does not take any other failure for a holder', () => {
    const file = join(makeFolder(), 'ledger.lock.db');
    writeFileSync(file, 'Ini bukan basis data. '.repeat(500));

    expect(() => holdLock(file)).toThrow(Database.SqliteError);
  });
});
