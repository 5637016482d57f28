import { expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/ledger.ts';
import { createSqliteStore } from '../../../src/ledger/sqlite/create-sqlite-store.ts';
import { openSqliteInMemory } from '../../../src/ledger/sqlite/open-sqlite.ts';
import { seededBytes } from '../../support/make-ledger.ts';

const MB = 1024 * 1024;

it('says that the write-ahead log grows where it cannot be emptied, until it can', async () => {
  let bytes = 256 * MB;
  const trimmedAbove: number[] = [];
  const store = {
    ...createSqliteStore(openSqliteInMemory()),
    trimLog: async (above: number) => {
      trimmedAbove.push(above);
      return bytes;
    },
  };
  const ledger = createLedger(store, { masterKey: new Uint8Array(32), randomBytes: seededBytes() });
  const review = async (at: number) => {
    await ledger.reviewAlarms(at, () => true);
    return (await ledger.readAttention()).alarms.map(({ kind, raisedAt }) => [kind, raisedAt]);
  };

  expect(await review(1000)).toEqual([]);
  bytes += 1;
  expect(await review(2000)).toEqual([['wal-grows', 2000]]);
  expect(await review(3000)).toEqual([['wal-grows', 2000]]);
  bytes = 0;
  expect(await review(4000)).toEqual([]);
  expect(trimmedAbove).toEqual([64 * MB, 64 * MB, 64 * MB, 64 * MB]);
});
