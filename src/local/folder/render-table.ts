import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';

export type TableFormat = 'csv' | 'xlsx';

/**
 * A table as a file that a person can open: CSV as Indonesian spreadsheets read it (UTF-8 with its mark, semicolons), or
 * XLSX. No cell is a formula, whatever a citizen wrote: XLSX says that it is text, CSV has a `'` before what would be one.
 */
export async function renderTable(rows: readonly (readonly string[])[], format: TableFormat): Promise<Uint8Array> {
  if (format === 'xlsx') {
    const cells = rows.map((row) => row.map((value) => ({ value: withoutControls(value), type: String })));
    return await writeXlsxFile(cells).toBuffer();
  }
  const csv = stringify(
    rows.map((row) => [...row]),
    { bom: true, delimiter: ';', record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n\t]/ },
  );
  return Buffer.from(csv);
}

/** What no XML can hold. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
}
