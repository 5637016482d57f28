import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UnsupportedError } from '../../src/config/unsupported-error.ts';
import { MasterKeyError } from '../../src/ledger/master-key.ts';
import { LedgerLockedError } from '../../src/ledger/sqlite/hold-lock.ts';
import { writeHolder } from '../../src/ledger/sqlite/holder.ts';
import { type LedgerRefusal, LedgerRefusedError } from '../../src/ledger/sqlite/ledger-refused-error.ts';
import { complain } from '../../src/operate/complain.ts';
import { ConfigError } from '../../src/operate/open-bridge.ts';
import { makeFolder } from '../support/make-folder.ts';
import { makeHost } from './make-host.ts';

/** What an error may hold, and no screen should. */
const SECRET = 'Contoh Warganegara 0812-0000-0001';
const LOCALES = ['id', 'en'] as const;

const REFUSALS = {
  missing: 'There is no ledger',
  'not-a-database': 'is no ledger',
  foreign: 'another program',
  emptied: 'is empty although it exists',
  newer: 'newer version',
  'loose-mode': 'chmod 600 /data/ledger.sqlite',
  damaged: 'is damaged',
  'read-only': 'cannot be written',
  'network-disk': 'network storage',
  'rolled-back': 'is older than the one used here last',
  forked: 'The history of',
  'other-ledger': 'is not the ledger used here last',
  'anchor-missing': '/data/ledger.head is missing',
  'anchor-damaged': '/data/ledger.head cannot be read',
  settings: 'safe writing',
  binding: 'another site or environment',
  key: 'The encryption key is not the one',
} as const satisfies Record<LedgerRefusal, string>;

const KEYS = {
  missing: 'is missing',
  unreadable: '32 bytes',
  'loose-mode': 'chmod 600 /data/key',
} as const satisfies Record<MasterKeyError['problem'], string>;

function withCode(code: string): Error {
  return Object.assign(new Error(`${SECRET}: ${code}`), { code });
}

function told(error: unknown, locale: 'id' | 'en' = 'en') {
  const { host, out, err } = makeHost({ cwd: '/srv/jembatan' });
  const exit = complain(host, error, { locale, folder: '/var/lib/jembatan' });
  expect(out()).toBe('');
  expect(err()).not.toMatch(/[{}]|undefined/);
  return { exit, text: err() };
}

describe('complain()', () => {
  it('tells every problem of a configuration', () => {
    const problems = [
      { file: '/etc/j.yaml', path: 'national.limits.perMinute', message: 'must be a whole number' },
      { file: '/etc/statuses.yaml', path: '', message: 'is no YAML' },
    ];
    expect(told(new ConfigError('/etc/j.yaml', problems, false))).toEqual({
      exit: 3,
      text: [
        'The configuration cannot be used yet (2 problems):',
        '  /etc/j.yaml: national.limits.perMinute: must be a whole number',
        '  /etc/statuses.yaml: is no YAML',
        '',
      ].join('\n'),
    });
  });

  it('says how to begin where there is no configuration', () => {
    const problems = [{ file: '/etc/j.yaml', path: '', message: 'cannot be read' }];
    const { exit, text } = told(new ConfigError('/etc/j.yaml', problems, true));
    expect(exit).toBe(3);
    expect(text).toContain('jembatan init');
  });

  it('names what this version does not have', () => {
    expect(told(new UnsupportedError('local.kind: mysql'))).toEqual({
      exit: 3,
      text: 'Not supported by this version: local.kind: mysql.\n',
    });
  });

  it.each(Object.entries(KEYS))('tells of a key that is %s', (problem, expected) => {
    const { exit, text } = told(new MasterKeyError(problem as MasterKeyError['problem'], '/data/key'));
    expect(exit).toBe(3);
    expect(text).toContain(expected);
  });

  it('names the process that holds the ledger', () => {
    const ledger = join(makeFolder(), 'ledger.sqlite');
    writeHolder(`${ledger}.holder`, { pid: 42, host: 'serang-1', since: '2026-08-03T01:00:00.000Z' });
    const { exit, text } = told(new LedgerLockedError(`${ledger}.lock.db`));
    expect(exit).toBe(5);
    expect(text).toContain(
      `The ledger ${ledger} is held by another process (pid 42 on serang-1 since 2026-08-03T01:00:00.000Z).`,
    );
  });

  it('does without the name of that process', () => {
    const { exit, text } = told(new LedgerLockedError('/data/ledger.sqlite.lock.db'));
    expect(exit).toBe(5);
    expect(text).toContain('The ledger /data/ledger.sqlite is held by another process. Stop');
  });

  it.each(Object.entries(REFUSALS))('tells of a ledger that is refused: %s', (refusal, expected) => {
    const { exit, text } = told(new LedgerRefusedError(refusal as LedgerRefusal, '/data/ledger.sqlite'));
    expect(exit).toBe(78);
    expect(text).toContain(expected);
    expect(text).toContain('/data/ledger.sqlite');
  });

  it.each(['SQLITE_IOERR_FSYNC', 'SQLITE_CANTOPEN', 'EIO', 'EROFS', 'EACCES', 'EPERM'])(
    'takes %s for a failure of the storage',
    (code) => {
      const { exit, text } = told(withCode(code));
      expect(exit).toBe(74);
      expect(text).toBe(
        `Storage failed (${code}). Check space and permissions of /var/lib/jembatan, then run again.\n`,
      );
    },
  );

  it.each([
    ['SQLITE_FULL', 'The disk is full'],
    ['ENOSPC', 'The disk is full'],
    ['EDQUOT', 'The disk is full'],
    ['SQLITE_BUSY', 'Another program has the ledger locked'],
  ])('tells of %s what a person can do', (code, expected) => {
    expect(told(withCode(code))).toEqual({ exit: 74, text: expect.stringContaining(`${expected} (${code})`) });
  });

  it('names the folder where room is wanted, which is the one of the ledger', () => {
    expect(told(withCode('SQLITE_FULL')).text).toContain('Make room in /var/lib/jembatan, then run again.');
  });

  it.each([
    ['a broken constraint', withCode('SQLITE_CONSTRAINT_UNIQUE'), 'Error SQLITE_CONSTRAINT_UNIQUE'],
    ['an error with a code', withCode('ECONNRESET'), 'Error ECONNRESET'],
    ['a code that only begins like one of the storage', withCode('EIOX'), 'Error EIOX'],
    ['a bug', new TypeError(SECRET), 'TypeError'],
    ['an error whose code is a number', Object.assign(new RangeError(SECRET), { code: 7 }), 'RangeError'],
    ['a text', SECRET, 'unknown'],
    ['nothing', undefined, 'unknown'],
  ])('shows nothing but the kind of %s', (_, error, kind) => {
    expect(told(error)).toEqual({ exit: 74, text: `Stopped by an error: ${kind}. No report is lost; run again.\n` });
  });

  it.each([
    withCode('ENOSPC'),
    withCode('ECONNRESET'),
    new Error(SECRET),
    SECRET,
    { message: SECRET },
    new ConfigError(SECRET, [], false),
    Object.assign(new UnsupportedError('local.kind: mysql'), { message: SECRET }),
    Object.assign(new MasterKeyError('missing', '/data/key'), { message: SECRET }),
    Object.assign(new LedgerLockedError('/data/ledger.sqlite.lock.db'), { message: SECRET }),
    Object.assign(new LedgerRefusedError('damaged', '/data/ledger.sqlite'), { message: SECRET }),
  ])('shows the text of no error: %#', (error) => {
    for (const locale of LOCALES) expect(told(error, locale).text).not.toContain(SECRET);
  });
});
