import { describe, expect, it } from 'vitest';
import { ownFiles } from '../../src/operate/own-files.ts';

describe('ownFiles()', () => {
  it.each<readonly [why: string, names: readonly string[], owned: readonly string[]]>([
    ['takes an empty folder', [], ['/srv/data']],
    ['takes the one that git keeps', ['.gitkeep'], ['/srv/data']],
    [
      'takes all of a ledger, and its folder',
      ['ledger.sqlite', 'ledger.sqlite-wal', 'ledger.sqlite.key', 'ledger.head'],
      [
        ...['/srv/data', '/srv/data/ledger.sqlite', '/srv/data/ledger.sqlite-wal', '/srv/data/ledger.sqlite.key'],
        '/srv/data/ledger.head',
      ],
    ],
    ['leaves a folder to others who use it', ['ledger.sqlite', 'dpkg'], ['/srv/data/ledger.sqlite']],
    ['takes nothing with a name like it', ['ledgers', 'my-ledger.sqlite'], []],
  ])('%s', (_, names, owned) => {
    expect(ownFiles('/srv/data/ledger.sqlite', names)).toEqual(owned);
  });
});
