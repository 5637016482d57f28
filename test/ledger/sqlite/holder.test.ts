import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHolder, writeHolder } from '../../../src/ledger/sqlite/holder.ts';
import { makeFolder } from '../../support/make-folder.ts';

const HOLDER = { pid: 4711, host: 'server-kota', since: '2026-08-03T01:00:00.000Z' };

describe('writeHolder()', () => {
  it('tells who holds the ledger until it is forgotten', () => {
    const file = join(makeFolder(), 'ledger.holder');

    const forget = writeHolder(file, HOLDER);

    expect(readHolder(file)).toEqual(HOLDER);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    forget();
    forget();
    expect(existsSync(file)).toBe(false);
  });
});

describe('readHolder()', () => {
  it.each(['', 'bukan JSON', '{}', '{"pid":"4711","host":"a","since":"b"}'])('knows nobody from %j', (text) => {
    const file = join(makeFolder(), 'ledger.holder');
    writeFileSync(file, text);

    expect(readHolder(file)).toBeNull();
  });

  it('knows nobody where nothing was written', () => {
    expect(readHolder(join(makeFolder(), 'ledger.holder'))).toBeNull();
  });
});
