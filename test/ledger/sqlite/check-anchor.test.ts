import { describe, expect, it } from 'vitest';
import type { Anchor } from '../../../src/ledger/anchor.ts';
import { anchorReader } from '../../../src/ledger/sqlite/anchor-reader.ts';
import { checkAnchor } from '../../../src/ledger/sqlite/check-anchor.ts';
import { openSqliteInMemory } from '../../../src/ledger/sqlite/open-sqlite.ts';
import { makeLedger } from '../../support/make-ledger.ts';

const NAMES = { ledger: 'a', binding: 'kota-serang/production' };

/** A ledger that has begun, and what its anchor says then. */
async function begun() {
  const database = openSqliteInMemory();
  const { ledger, query } = makeLedger(database);
  const binding = { site: 'kota-serang', environment: 'production' };
  await ledger.begin({ binding, freshId: NAMES.ledger, at: 1000, recovers: null });
  return { database, ledger, query, anchor: anchorReader(database, NAMES)() };
}

type Begun = Awaited<ReturnType<typeof begun>>;

const put = (name: string, value: string) =>
  `insert into meta (name, value) values ('${name}', '${value}') returning name`;

describe('checkAnchor()', () => {
  it.each<readonly [string, (made: Begun) => Anchor | 'missing' | 'damaged', string | null]>([
    ['its own anchor', ({ anchor }) => anchor, null],
    ['none, and never had one', () => 'missing', null],
    ['none any more', ({ query }) => query(put('anchored', 'yes')) && 'missing', 'anchor-missing'],
    ['one that cannot be read', () => 'damaged', 'anchor-damaged'],
    ['one of another ledger', ({ anchor }) => ({ ...anchor, ledger: 'b' }), 'other-ledger'],
    [
      'one of the ledger that it took the place of',
      ({ query, anchor }) => query(put('replaces', 'b')) && { ...anchor, ledger: 'b', commits: 99 },
      null,
    ],
    ['one of a later commit', ({ anchor }) => ({ ...anchor, commits: anchor.commits + 1 }), 'rolled-back'],
    [
      'one, and no name: it was never more than begun',
      ({ query, anchor }) => query(`delete from meta where name = 'ledger-id' returning name`) && anchor,
      'rolled-back',
    ],
    [
      'one, and counts no commits: it is of an earlier version',
      ({ query, anchor }) => query(`delete from tally where name = 'commits' returning name`) && anchor,
      'rolled-back',
    ],
    ['one with another entry of the history', ({ anchor }) => ({ ...anchor, hash: 'f'.repeat(64) }), 'forked'],
    ['one with an entry that it never had', ({ anchor }) => ({ ...anchor, seq: anchor.seq + 1 }), 'forked'],
  ])('of a ledger that has %s', async (_name, prepare, refusal) => {
    const made = await begun();
    expect(checkAnchor(made.database, prepare(made))).toBe(refusal);
  });

  it('takes a ledger that is ahead: the end came between the two; but not one that was edited there', async () => {
    const { database, ledger, query, anchor } = await begun();
    await ledger.raiseAlarm({ kind: 'paging', caseId: null, detail: null, at: 2000 });
    expect(checkAnchor(database, anchor)).toBeNull();

    query(`update history set at = 2001 where seq > ${anchor.seq} returning seq`);
    expect(checkAnchor(database, anchor)).toBe('forked');
  });
});

describe('anchorReader()', () => {
  it('has nothing to say of a ledger that has not begun', () => {
    expect(() => anchorReader(openSqliteInMemory(), NAMES)()).toThrow('without a beginning');
  });
});
