import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';

/** Rows of cells as text; an empty cell is ''. Times of a spreadsheet are `YYYY-MM-DD HH:mm:ss`, as its sheet shows them. */
export type TableRows = readonly (readonly string[])[];

const ZIP = 'PK';

/**
 * Reads a table of an XLSX file (its first sheet) or a CSV file (UTF-8, separated by commas, semicolons or tabs, as its
 * first line is). What it is, its first bytes tell, whatever its name. Throws where it is neither.
 */
export async function readTableFile(path: string): Promise<TableRows> {
  const bytes = await readFile(path);
  if (bytes.subarray(0, 2).toString('latin1') === ZIP)
    return (await readSheet(bytes, { parseNumber: String })).map(texts);
  const text = bytes.toString('utf8');
  const delimiter = separatorOf(text.split(/\r?\n/, 1)[0] ?? '');
  return parse(text, { bom: true, delimiter, relaxColumnCount: true, skipEmptyLines: true, relaxQuotes: true });
}

/** Spreadsheets of Indonesian offices write semicolons. */
function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((separator) => [line.split(separator).length, separator] as const);
  return counts.reduce((best, next) => (next[0] > best[0] ? next : best))[1];
}

function texts(row: readonly unknown[]): readonly string[] {
  return row.map((cell) => {
    if (cell instanceof Date) return cell.toISOString().slice(0, 19).replace('T', ' ');
    return cell === null || cell === undefined ? '' : String(cell);
  });
}
