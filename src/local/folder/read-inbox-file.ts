import { extname } from 'node:path';
import { decodeTableText } from '../../table/decode-table-text.ts';
import { isXlsx, readTable, type TableRows } from '../../table/read-table.ts';
import type { Columns } from './column-names.ts';
import type { FileRows } from './file-rows.ts';
import type { InboxFile } from './inbox.ts';
import { jsonFileRows } from './json-file-rows.ts';
import { tableFileRows } from './table-file-rows.ts';

export interface InboxContent {
  readonly rows: FileRows;
  /** `null`: it is JSON, or cannot be read at all. */
  readonly table: TableRows | null;
}

/** What Excel before 2007 wrote: a compound file. */
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads a file of the inbox: JSON by its name or its first character, XLSX by its first bytes, and else CSV. */
export async function readInboxFile({ name, bytes, isTooLarge }: InboxFile, columns: Columns): Promise<InboxContent> {
  if (isTooLarge) return unreadable('too-large');
  if (OLD_EXCEL.every((byte, at) => bytes[at] === byte)) return unreadable('old-excel');
  if (!isXlsx(bytes)) {
    const text = decodeTableText(bytes);
    const isJson = extname(name).toLowerCase() === '.json' || /^\s*[[{]/.test(text);
    if (isJson) return { rows: jsonFileRows(text, columns), table: null };
  }
  try {
    const table = await readTable(bytes);
    return { rows: tableFileRows(table, columns), table };
  } catch {
    // Whatever a parser of others throws at a file, it could not read it.
    return unreadable('no-table');
  }
}

function unreadable(reason: string): InboxContent {
  return { rows: { ok: false, path: '', reason }, table: null };
}
