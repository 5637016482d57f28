import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/open-ledger.ts';
import { Database } from '../../src/ledger/sqlite/database.ts';
import { makeLocation } from '../ledger/make-location.ts';
import { oneCommit } from '../ledger-damage/copy-files.ts';
import { checkKeptLedger } from './check-kept-ledger.ts';

const COMMITS = 9;

/** A ledger of some commits with a backup of half of them and every head that it had. */
async function keep() {
  const location = makeLocation();
  const ledger = await openLedger(location, { create: true });
  const folder = dirname(location.file);
  const backups = join(folder, '..', 'backup');
  mkdirSync(backups);
  const heads: string[] = [];
  for (let step = 0; step < COMMITS; step += 1) {
    await oneCommit(ledger, step);
    heads.push((await ledger.historyHead())?.hash ?? '');
  }
  await ledger.close();
  copyFileSync(location.file, join(backups, '1.sqlite'));
  const change = (file: string, sql: string) => new Database(file).exec(sql).close();
  return { folder, backups, heads, file: location.file, change };
}

type Kept = Awaited<ReturnType<typeof keep>>;

describe('checkKeptLedger()', () => {
  it('finds nothing in a ledger that was kept', async () => {
    expect(checkKeptLedger(await keep())).toEqual([]);
  });

  it.each<[string, (kept: Kept) => unknown, string]>([
    [
      'a head that is gone',
      ({ heads }) => heads.push('f'.repeat(64)),
      'I25 the history lost ffffffffffff, which was its head',
    ],
    ['heads in another order', ({ heads }) => heads.reverse(), 'I25 the history lost'],
    [
      'a line that was changed',
      ({ file, change }) => change(file, `update history set data = '{}' where seq = 3`),
      'I25 entry 3 of the ledger does not follow from those before it',
    ],
    [
      'a state without a history',
      ({ file, change }) => change(file, `update delivery set state = 'parked' where id = 1`),
      'I24 delivery 1 is parked, but its history ends with done',
    ],
    [
      'a backup of another ledger',
      ({ backups, change }) =>
        change(join(backups, '1.sqlite'), `update history set hash = 'a' where seq = (select max(seq) from history)`),
      'I25 backup 1.sqlite tells another history',
    ],
    [
      'a file that was left',
      ({ folder }) => writeFileSync(join(folder, 'ledger.sqlite.holder'), ''),
      'left behind: ledger.sqlite.holder',
    ],
  ])('finds %s', async (_, spoil, violation) => {
    const kept = await keep();
    spoil(kept);
    expect(checkKeptLedger(kept).join('\n')).toContain(violation);
  });

  it('finds that there is none', async () => {
    const { backups, heads } = await keep();
    expect(checkKeptLedger({ folder: join(backups, 'none'), backups, heads })).toEqual(['there is no ledger']);
  });
});
