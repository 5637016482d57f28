import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { decodeTableText } from './decode-table-text.ts';
import { unpackedBytes } from './unpacked-bytes.ts';

/** Rows of cells as text; an empty cell is ''. Times of a spreadsheet are `YYYY-MM-DD HH:mm:ss`, as its sheet shows them. */
export type TableRows = readonly (readonly string[])[];

/** A table of a city has a few megabytes; a file made to fill the memory says gigabytes. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;
const SEPARATORS = [',', ';', '\t'] as const;

/**
 * Reads a table: XLSX (its first sheet), or CSV in any encoding of `decodeTableText`, separated by commas, semicolons or
 * tabs, as its first line is or as Excel's `sep=` says. What it is, its first bytes tell. Throws where it is neither,
 * and for a spreadsheet that would fill the memory.
 */
export async function readTable(bytes: Uint8Array): Promise<TableRows> {
  if (isXlsx(bytes) && unpackedBytes(bytes) > MAX_UNPACKED_BYTES) throw new RangeError('unpacks to too much');
  if (isXlsx(bytes)) return (await readSheet(Buffer.from(bytes), { parseNumber: String })).map(texts);
  const text = decodeTableText(bytes);
  const told = /^sep=([,;\t])\r?\n/i.exec(text);
  const rest = told === null ? text : text.slice(told[0].length);
  return parse(rest, {
    delimiter: told?.[1] ?? separatorOf(rest),
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
  });
}

/** An XLSX file is a ZIP file. */
export function isXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Spreadsheets of Indonesian offices write semicolons. What stands in quotes separates nothing. */
function separatorOf(text: string): string {
  const line = (/^\s*(.*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => [line.split(separator).length, separator] as const);
  return counts.reduce((best, next) => (next[0] > best[0] ? next : best))[1];
}

function texts(row: readonly unknown[]): readonly string[] {
  return row.map((cell) => {
    if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ');
    return cell === null || cell === undefined ? '' : String(cell);
  });
}
