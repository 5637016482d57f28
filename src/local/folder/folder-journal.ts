import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FolderEntry } from './folder-entry-wire.ts';

/** The journal cannot be what it was: lines are missing, or it is gone while what it took is still there. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

/** A line may have been written, or not: the disk failed on the way. */
export class JournalDoubtError extends Error {
  override readonly name = 'JournalDoubtError';
}

/** Where the form keeps what it knows. */
export interface JournalPlace {
  readonly file: string;
  /** What was taken from the inbox lies there. */
  readonly taken: string;
}

export interface Journal {
  /** Every line, in order. Throws `JournalError`. */
  read(): Promise<readonly FolderEntry[]>;
  /** Adds a line durably. Throws `JournalDoubtError` where it may be there; any other error says that it is not. */
  append(entry: FolderEntry): Promise<void>;
}

const NEWLINE = 0x0a;

/** The journal in its file, one JSON text a line. A last line without an end was cut off by a crash and never counted. */
export function folderJournal({ file, taken }: JournalPlace): Journal {
  let wholeBytes: number | null = null;

  async function bytes(): Promise<Buffer> {
    try {
      return await readFile(file);
    } catch (error) {
      if (!isMissing(error)) throw error;
      // The folder around it must be there: a share that is not mounted is no new beginning.
      await readdir(dirname(dirname(file)));
      if ((await namesIn(taken)).length > 0) throw new JournalError('the journal is gone');
      return Buffer.alloc(0);
    }
  }

  async function read(): Promise<readonly FolderEntry[]> {
    const all = await bytes();
    wholeBytes = all.lastIndexOf(NEWLINE) + 1;
    const lines = all.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
    return lines.map(parseLine);
  }

  async function append(entry: FolderEntry): Promise<void> {
    if (wholeBytes === null) await read();
    const start = wholeBytes ?? 0;
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, start === 0 ? 'a+' : 'r+', 0o600);
    try {
      await handle.truncate(start);
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      wholeBytes = null;
      await handle.write(line, 0, line.length, start);
      await handle.sync();
      wholeBytes = start + line.length;
    } catch (error) {
      throw wholeBytes === null ? new JournalDoubtError('a line may be there', { cause: error }) : error;
    } finally {
      await handle.close().catch(() => undefined);
    }
  }

  return { read, append };
}

function parseLine(line: string): FolderEntry {
  try {
    return FolderEntry.parse(JSON.parse(line));
  } catch (cause) {
    throw new JournalError('a line of the journal cannot be read', { cause });
  }
}

/** Names in a folder that need not be there. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The journal's place beside the files of the outbox. */
export function journalPlace(folders: { readonly inbox: string; readonly outbox: string }): JournalPlace {
  return { file: join(folders.outbox, '.jembatan', 'journal.jsonl'), taken: join(folders.inbox, 'taken') };
}
