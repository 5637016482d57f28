import { closeSync, fdatasync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ANCHOR_BYTES, type Anchor, formatAnchor, parseAnchors } from '../anchor.ts';

/** `ledger.sqlite` has its anchor in `ledger.head`. */
export function anchorFile(ledgerFile: string): string {
  return `${ledgerFile.replace(/\.[^./\\]*$/, '')}.head`;
}

/** The anchor in a file; `missing` where there is none, `damaged` where nothing in it can be read. */
export function readAnchor(file: string): Anchor | 'missing' | 'damaged' {
  try {
    return parseAnchors(readFileSync(file, 'utf8')) ?? 'damaged';
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'missing';
    throw error;
  }
}

/** Puts an anchor in the place of whatever was there; it is on the disk when this returns. */
export function replaceAnchor(file: string, anchor: Anchor): void {
  const draft = `${file}.new`;
  writeFileSync(draft, formatAnchor(anchor).repeat(RECORDS), { mode: 0o600, flush: true });
  renameSync(draft, file);
  syncFolder(file);
}

/** Makes a new name in a folder, or a name's new content, outlive a power failure. */
export function syncFolder(file: string): void {
  const folder = openSync(dirname(file), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

export interface AnchorWriter {
  /** Writes the newest commit, so that every other process sees it: it outlives this one, however that ends. */
  write(anchor: Anchor): void;
  close(): void;
}

/** Two of the holder of the lock, written by turns, and one of the commands beside it. */
const RECORDS = 3;
const SYNC_MS = 1000;

/**
 * Writes to an anchor file that exists, record by record, in place. A power failure may take back what was written within
 * about a second: an anchor behind its ledger is normal, and nobody rolls a ledger back in that second.
 */
export function openAnchorWriter(
  file: string,
  { isHolder, now = () => performance.now() }: { readonly isHolder: boolean; readonly now?: () => number },
): AnchorWriter {
  const descriptor = openSync(file, 'r+');
  let syncedAt = now();
  let failed: Error | null = null;
  let syncing = false;
  let closed = false;

  /** Beside the work: nobody waits for it, and a failure is told at the next commit. */
  function sync(): void {
    syncedAt = now();
    syncing = true;
    fdatasync(descriptor, (error) => {
      syncing = false;
      failed ??= error;
      if (closed) closeSync(descriptor);
    });
  }

  return {
    write(anchor) {
      if (failed !== null) throw failed;
      const record = isHolder ? anchor.commits % 2 : 2;
      writeSync(descriptor, formatAnchor(anchor), record * ANCHOR_BYTES);
      if (!syncing && now() - syncedAt >= SYNC_MS) sync();
    },
    close() {
      closed = true;
      if (syncing) return;
      fsyncSync(descriptor);
      closeSync(descriptor);
    },
  };
}
