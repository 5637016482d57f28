import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KeySource, loadMasterKey, MasterKeyError } from '../../src/ledger/master-key.ts';
import { makeFolder } from '../support/make-folder.ts';

const HEX = 'ab'.repeat(32);
const BASE64 = Buffer.from(HEX, 'hex').toString('base64');
const KEY = Buffer.from(HEX, 'hex');

function makeSource(given: Partial<KeySource> = {}): KeySource & { readonly folder: string } {
  const folder = makeFolder();
  return {
    folder,
    credentialsFolder: undefined,
    keyFile: null,
    text: undefined,
    ownFile: join(folder, 'ledger.sqlite.key'),
    mayMake: false,
    randomBytes: (size) => new Uint8Array(size).fill(9),
    ...given,
  };
}

function keep(file: string, text: string, mode = 0o600): string {
  writeFileSync(file, text, { mode });
  return file;
}

/** What is wrong with the key, and where it was looked for. */
function problemOf(load: () => unknown): readonly [string, string] | null {
  try {
    load();
    return null;
  } catch (error) {
    if (error instanceof MasterKeyError) return [error.problem, error.source];
    throw error;
  }
}

describe('loadMasterKey()', () => {
  it.each([
    ['64 hexadecimal digits', HEX],
    ['the same in capitals, with a line end', `${HEX.toUpperCase()}\n`],
    ['base64', BASE64],
  ])('reads %s', (_, text) => {
    expect(Buffer.from(loadMasterKey(makeSource({ text })))).toEqual(KEY);
  });

  it.each(['', ' ', 'rahasia', HEX.slice(2), `${HEX}00`])('refuses %j from a file', (text) => {
    const source = makeSource();
    keep(source.ownFile, text);

    expect(problemOf(() => loadMasterKey(source))).toEqual(['unreadable', source.ownFile]);
  });

  it('takes a credential before a key file before the environment before its own file', () => {
    const source = makeSource();
    const keyOf = (byte: number) => Buffer.alloc(32, byte);
    const [credential, keyFile] = [join(source.folder, 'jembatan-key'), join(source.folder, 'key')];
    keep(credential, keyOf(1).toString('hex'), 0o644);
    keep(keyFile, keyOf(2).toString('hex'));
    keep(source.ownFile, keyOf(4).toString('hex'));
    const all = { ...source, credentialsFolder: source.folder, keyFile, text: keyOf(3).toString('hex') };
    const first = (given: Partial<KeySource>) => loadMasterKey({ ...all, ...given })[0];

    expect(first({})).toBe(1);
    expect(first({ credentialsFolder: undefined })).toBe(2);
    expect(first({ credentialsFolder: join(source.folder, 'none') })).toBe(2);
    expect(first({ credentialsFolder: undefined, keyFile: null })).toBe(3);
    expect(first({ credentialsFolder: undefined, keyFile: null, text: undefined })).toBe(4);
    expect(first({ credentialsFolder: undefined, keyFile: null, text: '' })).toBe(4);
  });

  it('names a key from the environment by its variable, never by itself', () => {
    expect(problemOf(() => loadMasterKey(makeSource({ text: 'rahasia' })))).toEqual(['unreadable', 'JEMBATAN_KEY']);
  });

  it.each(['keyFile', 'ownFile'] as const)('refuses a %s that is missing or that others may read', (name) => {
    const source = makeSource();
    const file = join(source.folder, 'key');
    const load = () => loadMasterKey({ ...source, [name]: file });

    expect(problemOf(load)).toEqual(['missing', file]);
    keep(file, HEX);
    chmodSync(file, 0o640);
    expect(problemOf(load)).toEqual(['loose-mode', file]);
    chmodSync(file, 0o400);
    expect(Buffer.from(load())).toEqual(KEY);
  });

  it('makes its own for a new ledger, readable by nobody else, and finds it again', () => {
    const source = makeSource({ mayMake: true });

    const made = loadMasterKey(source);

    expect(Buffer.from(made)).toEqual(Buffer.alloc(32, 9));
    expect(statSync(source.ownFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(source.ownFile, 'utf8')).toBe(`${'09'.repeat(32)}\n`);
    const again = { ...source, mayMake: false, randomBytes: () => new Uint8Array(32) };
    expect(Buffer.from(loadMasterKey(again))).toEqual(Buffer.from(made));
    expect(Buffer.from(loadMasterKey({ ...again, mayMake: true }))).toEqual(Buffer.from(made));
  });

  it('makes none for a ledger that has been', () => {
    const source = makeSource();

    expect(problemOf(() => loadMasterKey(source))).toEqual(['missing', source.ownFile]);
    expect(existsSync(source.ownFile)).toBe(false);
  });
});
