import { extname, join } from 'node:path';
import { isXlsx, type TableRows } from '../../table/read-table.ts';
import type { RestRow } from '../rest/rest-row.ts';
import { atomicFile } from './atomic-file.ts';
import type { Columns } from './column-names.ts';
import { decideTaken, type Taken } from './decide-taken.ts';
import type { TakenEntry } from './folder-entry-wire.ts';
import type { FolderState } from './folder-state.ts';
import type { InboxFile } from './inbox.ts';
import { type InboxContent, readInboxFile } from './read-inbox-file.ts';
import { reasonText, rejectedTable } from './rejected-table.ts';
import { renderTable } from './render-table.ts';

export interface TakeFileOptions {
  readonly state: FolderState;
  readonly columns: Columns;
  readonly readRow: (row: unknown) => RestRow;
  /** Where what was not taken is shown; `null`: it is shown nowhere. */
  readonly rejectedFolder: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Reads a file of the inbox, shows what cannot be taken of it, and gives the line of the journal that takes the rest. */
export async function takeFile(file: InboxFile, options: TakeFileOptions): Promise<TakenEntry> {
  const { state, readRow, rejectedFolder, at } = options;
  const content = await readInboxFile(file, options.columns);
  const taken = content.rows.ok
    ? decideTaken(content.rows.rows, { state, name: file.name, readRow })
    : wholeFile(file, content.rows);
  const rejectedFile = taken.rejected.length === 0 ? null : rejectedName(file, content);
  if (rejectedFile !== null && rejectedFolder !== null) {
    await showRejected(join(rejectedFolder, rejectedFile), { file, content, taken });
  }
  const rejected = taken.rejected.map(({ numbers: _, ...row }) => row);
  return {
    kind: 'taken',
    at,
    hash: file.hash,
    name: file.name,
    rows: taken.rows.map(({ localId, row }) => ({ localId, row: JSON.parse(JSON.stringify(row)) })),
    rejected,
    rejectedFile,
  };
}

function wholeFile({ name, hash }: InboxFile, fault: { readonly path: string; readonly reason: string }): Taken {
  return { rows: [], rejected: [{ key: name, ...fault, fingerprint: hash, numbers: [] }] };
}

/** The same for the same content, so that a file which is taken again after a crash is shown once. */
function rejectedName({ name, hash, bytes }: InboxFile, { rows, table }: InboxContent): string {
  const ending = extname(name);
  const base = name.slice(0, name.length - ending.length);
  if (!rows.ok) return `${base}-${hash.slice(0, 8)}${ending}`;
  return `${base}-${hash.slice(0, 8)}.${table === null ? 'json' : isXlsx(bytes) ? 'xlsx' : 'csv'}`;
}

interface Shown {
  readonly file: InboxFile;
  readonly content: InboxContent;
  readonly taken: Taken;
}

async function showRejected(path: string, { file, content: { rows, table }, taken }: Shown): Promise<void> {
  if (!rows.ok) {
    await atomicFile(`${path}.alasan.txt`, Buffer.from(`${file.name}: ${reasonText(rows)}\r\n`));
    return await atomicFile(path, file.bytes);
  }
  if (table === null) {
    const told = taken.rejected.map((one) => ({
      baris: one.numbers,
      alasan: reasonText(one),
      ...rows.rows.find(({ numbers }) => numbers === one.numbers)?.row,
    }));
    return await atomicFile(path, Buffer.from(`${JSON.stringify(told, null, 2)}\n`));
  }
  const shown: TableRows = rejectedTable(table, rows.headings, taken.rejected);
  await atomicFile(path, await renderTable(shown, isXlsx(file.bytes) ? 'xlsx' : 'csv'));
}
