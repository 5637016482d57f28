import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { refuseUnfit } from './open-ledger.ts';
import { anchorFile, readAnchor, syncFolder } from './sqlite/anchor-file.ts';
import { openSqlite, openSqliteReadOnly } from './sqlite/open-sqlite.ts';
import { type LedgerFacts, verifyLedger } from './sqlite/verify-ledger.ts';

const ALL_PAGES = 0x7fff_ffff;

/**
 * Copies the ledger as it is at one moment into `target`, also while a daemon writes. The copy has its name only once it is
 * on the disk and was read whole. Throws `LedgerRefusedError`, and errors of the disk.
 */
export async function backUpLedger(file: string, target: string): Promise<LedgerFacts> {
  const draft = `${target}.new`;
  const found = readAnchor(anchorFile(file));
  const source = openSqliteReadOnly(file, refuseUnfit(file, found));
  try {
    discard(draft);
    writeFileSync(draft, '', { mode: 0o600 });
    // In one go: a daemon that commits between two steps would make it begin anew.
    await source.backup(draft, { progress: () => ALL_PAGES });
    const facts = verify(draft);
    sync(draft);
    renameSync(draft, target);
    syncFolder(target);
    return facts;
  } finally {
    source.close();
    discard(draft);
  }
}

function verify(draft: string): LedgerFacts {
  const copy = openSqlite(draft, { create: false });
  try {
    const facts = verifyLedger(copy, draft);
    // One file that is whole alone.
    copy.pragma('journal_mode = DELETE');
    return facts;
  } finally {
    copy.close();
  }
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function discard(draft: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${suffix}`, { force: true });
}
