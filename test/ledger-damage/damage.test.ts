import { chmodSync, copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LedgerLocation, openLedger } from '../../src/ledger/open-ledger.ts';
import { anchorFile } from '../../src/ledger/sqlite/anchor-file.ts';
import { Database } from '../../src/ledger/sqlite/database.ts';
import { makeLocation } from '../ledger/make-location.ts';
import { copyFiles, oneCommit } from './copy-files.ts';
import { verdictOn } from './rolled-back-by.ts';

type Damage = (location: LedgerLocation) => void | Promise<void>;

function overwrite(file: string, at: number, bytes: Uint8Array): void {
  const content = readFileSync(file);
  content.set(bytes, at);
  writeFileSync(file, content);
}

/** What is done to a ledger that was closed well, and what opening says of it then. */
const DAMAGES: readonly (readonly [string, string, Damage])[] = [
  ['nothing', 'fits', () => undefined],
  ['emptied', 'emptied', ({ file }) => truncateSync(file, 0)],
  ['a garbage header', 'not-a-database', ({ file }) => overwrite(file, 0, Buffer.alloc(100, 'x'))],
  ['a garbage first page', 'damaged', ({ file }) => overwrite(file, 100, Buffer.alloc(3_996, 0xa5))],
  ['half of it gone', 'damaged', ({ file }) => truncateSync(file, 8_192)],
  ['another program’s database', 'foreign', ({ file }) => change(file, 'pragma application_id = 7')],
  ['a newer schema', 'newer', ({ file }) => change(file, 'pragma user_version = 99')],
  ['readable by others', 'loose-mode', ({ file }) => chmodSync(file, 0o644)],
  ['no anchor', 'anchor-missing', ({ file }) => rmSync(anchorFile(file))],
  ['an emptied anchor', 'anchor-damaged', ({ file }) => truncateSync(anchorFile(file), 0)],
  ['a garbage anchor', 'anchor-damaged', ({ file }) => writeFileSync(anchorFile(file), 'x'.repeat(1_536))],
  ['one record of the anchor torn', 'fits', ({ file }) => overwrite(anchorFile(file), 1_100, Buffer.from('x'))],
  ['a line of history changed', 'forked', ({ file }) => change(file, `update history set data = '{}', hash = 'a'`)],
  ['lines of history gone', 'forked', ({ file }) => change(file, 'delete from history where seq > 1')],
  [
    'another ledger of the same site',
    'other-ledger',
    async ({ file, key }) => {
      const other = makeLocation({ key });
      await (await openLedger(other, { create: true })).close();
      copyFiles(other.file, file);
      copyFileSync(`${other.file}.key`, `${file}.key`);
    },
  ],
];

function change(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

describe('a ledger that was damaged while nobody used it', () => {
  it.each(DAMAGES)('%s: %s', async (_, verdict, damage) => {
    const location = makeLocation();
    const ledger = await openLedger(location, { create: true });
    for (let step = 0; step < 5; step += 1) await oneCommit(ledger, step);
    await ledger.close();

    await damage(location);

    expect(await verdictOn(location)).toBe(verdict);
  });

  it.each(['whole', 'damaged'])('made anew where it is gone and its anchor is %s, with a gap', async (anchor) => {
    const location = makeLocation();
    await (await openLedger(location, { create: true })).close();
    rmSync(location.file);
    if (anchor === 'damaged') truncateSync(anchorFile(location.file), 0);

    const ledger = await openLedger(location, { create: true });
    expect(await ledger.readGap()).toMatchObject({ kind: 'lost', scanned: null });
    await ledger.close();

    expect(await verdictOn(location)).toBe('fits');
  });

  it('copied without its log: rolled-back', async () => {
    const location = makeLocation();
    const ledger = await openLedger(location, { create: true });
    for (let step = 0; step < 5; step += 1) await oneCommit(ledger, step);
    const copy = readFileSync(location.file);
    await ledger.close();
    writeFileSync(location.file, copy);

    expect(await verdictOn(location)).toBe('rolled-back');
  });

  it('is used again where it was put back on purpose, and is another one from then on', async () => {
    const location = makeLocation();
    const ledger = await openLedger(location, { create: true });
    await oneCommit(ledger, 0);
    await oneCommit(ledger, 1);
    copyFiles(location.file, `${location.file}.old`);
    for (let step = 2; step < 5; step += 1) await oneCommit(ledger, step);
    await ledger.close();
    copyFiles(location.file, `${location.file}.newer`);
    copyFiles(`${location.file}.old`, location.file);

    const recovered = await openLedger(location, { create: true, recover: true });
    const [create] = await recovered.deliveriesOf(1);
    await recovered.close();

    expect(create).toMatchObject({ state: 'held', reason: 'ledger-lost' });
    expect(await verdictOn(location)).toBe('fits');
    copyFiles(`${location.file}.newer`, location.file);
    expect(await verdictOn(location)).toBe('other-ledger');
  });
});
