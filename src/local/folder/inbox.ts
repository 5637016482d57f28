import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { moveFile } from './atomic-file.ts';

/** A file that lies in the inbox, whole. */
export interface InboxFile {
  readonly name: string;
  /** Empty where it is too large to be read. */
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly isTooLarge: boolean;
}

export interface InboxOptions {
  readonly folder: string;
  readonly taken: string;
  readonly clock: Pick<Clock, 'now' | 'mono'>;
  /** How long nothing may have happened to a file before it counts as copied to its end. */
  readonly settleMs: number;
}

export interface Inbox {
  /** Files that nobody is writing any more, the oldest first. Throws where the folder cannot be read. */
  settled(): Promise<readonly InboxFile[]>;
  /** Puts a file aside that needs no more looking at; one that cannot be moved stays, and is known by its content. */
  putAside(file: InboxFile, prefix: string): Promise<void>;
}

const TABLE = /\.(?:csv|tsv|txt|xlsx|xls|json)$/i;
/** What programs call a file that they are still writing, or hold open. */
const UNFINISHED = /^[.~]|\.(?:tmp|part|partial|filepart|crdownload|download)$/i;
const MAX_BYTES = 64 * 1024 * 1024;

interface Look {
  readonly size: number;
  readonly changedMs: number;
  readonly sinceMono: number;
}

export function createInbox({ folder, taken, clock, settleMs }: InboxOptions): Inbox {
  let looks = new Map<string, Look>();

  /** A file may keep the date of its original while it is copied: the time of its last change in the folder counts as well. */
  function isSettled(look: Look): boolean {
    const restedMs = Math.max(clock.now() - look.changedMs, clock.mono() - look.sinceMono);
    return settleMs === 0 || restedMs >= settleMs;
  }

  async function look(name: string): Promise<Look | null> {
    const facts = await stat(join(folder, name));
    if (!facts.isFile()) return null;
    const before = looks.get(name);
    const changedMs = Math.max(facts.mtimeMs, facts.ctimeMs);
    const isSame = before?.size === facts.size && before.changedMs === changedMs;
    return isSame ? before : { size: facts.size, changedMs, sinceMono: clock.mono() };
  }

  async function readWhole(name: string, { size, changedMs }: Look): Promise<InboxFile | null> {
    const isTooLarge = size > MAX_BYTES;
    const bytes = isTooLarge ? new Uint8Array() : await readFile(join(folder, name));
    const after = await stat(join(folder, name));
    // Somebody went on writing it.
    if (after.size !== size || Math.max(after.mtimeMs, after.ctimeMs) !== changedMs) return null;
    if (!isTooLarge && bytes.length !== size) return null;
    const hash = createHash('sha256')
      .update(isTooLarge ? `${name} ${size} ${changedMs}` : bytes)
      .digest('hex');
    return { name, bytes, hash, isTooLarge };
  }

  return {
    async settled() {
      const names = (await readdir(folder)).filter((name) => TABLE.test(name) && !UNFINISHED.test(name));
      const seen = new Map<string, Look>();
      for (const name of names) {
        const found = await look(name).catch(gone);
        if (found !== null) seen.set(name, found);
      }
      looks = seen;
      const ready = [...seen].filter(([, found]) => isSettled(found));
      ready.sort(([a, one], [b, other]) => one.changedMs - other.changedMs || (a < b ? -1 : 1));
      const files: InboxFile[] = [];
      for (const [name, found] of ready) {
        const file = found.size === 0 ? null : await readWhole(name, found).catch(gone);
        if (file !== null) files.push(file);
      }
      return files;
    },

    async putAside({ name }, prefix) {
      try {
        await mkdir(taken, { recursive: true });
        await moveFile(join(folder, name), join(taken, `${prefix}-${name}`));
      } catch {
        // A folder that we may only read: what the journal knows is enough.
      }
    },
  };
}

/** Taken away between two looks at it. Anything else is a fault of the folder. */
function gone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
