import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Anchor } from './anchor.ts';
import { createLedger } from './ledger.ts';
import { keyOf, type LedgerLocation } from './open-ledger.ts';
import { anchorFile, readAnchor, replaceAnchor, syncFolder } from './sqlite/anchor-file.ts';
import { anchorReader } from './sqlite/anchor-reader.ts';
import { createSqliteStore } from './sqlite/create-sqlite-store.ts';
import { LedgerRefusedError } from './sqlite/ledger-refused-error.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { readLedgerBytes } from './sqlite/read-ledger-bytes.ts';
import { type LedgerFacts, verifyLedger } from './sqlite/verify-ledger.ts';
import { bindingText } from './verbs/binding.ts';

export interface Restored {
  readonly facts: LedgerFacts;
  /** Deliveries that are held or in doubt now, because they may have been sent since the backup. */
  readonly doubted: number;
  /** Where the files that were there lie now. */
  readonly kept: readonly string[];
}

const SUFFIXES = ['', '-wal', '-shm'];

/**
 * Puts a backup in the place of the ledger, by whoever holds the lock. What it takes for open is doubted before it has its
 * name, so that a run after this, however it comes about, sends nothing twice. The files that were there are kept. Throws
 * `LedgerRefusedError` and `MasterKeyError`, and has changed nothing then.
 */
export async function restoreLedger(location: LedgerLocation, backup: string): Promise<Restored> {
  const { file, now } = location;
  if (!existsSync(backup)) throw new LedgerRefusedError('missing', backup);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.restored`;
  try {
    discard(draft);
    writeFileSync(draft, readLedgerBytes(backup), { mode: 0o600, flush: true });
    const { anchor, ...restored } = await prepare(draft, location);
    const kept = setAside(file, new Date(now()).toISOString().replace(/[-:]|\.\d+/g, ''));
    replaceAnchor(anchorFile(file), anchor);
    renameSync(draft, file);
    syncFolder(file);
    return { ...restored, kept };
  } catch (error) {
    discard(draft);
    throw error instanceof LedgerRefusedError ? new LedgerRefusedError(error.refusal, backup) : error;
  }
}

/** Reads the copy whole and doubts what it takes for open; it is on the disk when this is done. */
async function prepare(draft: string, location: LedgerLocation): Promise<Omit<Restored, 'kept'> & { anchor: Anchor }> {
  const { file, binding, key, now } = location;
  const found = readAnchor(anchorFile(file));
  const database = openSqlite(draft, { create: false });
  try {
    const facts = verifyLedger(database, draft);
    const vault = { masterKey: keyOf(location, { mayMake: false }), randomBytes: key.randomBytes };
    const begun = await createLedger(createSqliteStore(database), vault).begin({
      binding,
      freshId: Buffer.from(key.randomBytes(16)).toString('hex'),
      at: now(),
      recovers: { replaces: typeof found === 'string' ? null : found.ledger },
    });
    if (begun.refusal !== null) throw new LedgerRefusedError(begun.refusal, draft);
    const { ledger, doubted } = begun;
    return { facts, doubted, anchor: anchorReader(database, { ledger, binding: bindingText(binding) })() };
  } finally {
    database.close();
  }
}

function setAside(file: string, stamp: string): readonly string[] {
  return SUFFIXES.filter((suffix) => existsSync(`${file}${suffix}`)).map((suffix) => {
    const kept = `${file}.before-${stamp}${suffix}`;
    renameSync(`${file}${suffix}`, kept);
    return kept;
  });
}

function discard(draft: string): void {
  for (const suffix of SUFFIXES) rmSync(`${draft}${suffix}`, { force: true });
}
