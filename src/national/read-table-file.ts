import { readFile } from 'node:fs/promises';
import { readTable, type TableRows } from '../table/read-table.ts';

/** Reads a table of an XLSX or a CSV file (`readTable`). Throws where it is neither. */
export async function readTableFile(path: string): Promise<TableRows> {
  return await readTable(await readFile(path));
}
