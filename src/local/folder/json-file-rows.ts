import { flawOf } from '../../http/flaw-of.ts';
import { parseJson } from '../../http/parse-json.ts';
import { readPath } from '../../http/read-path.ts';
import { asList } from '../rest/as-list.ts';
import { renameRow } from '../rest/rename-row.ts';
import type { Columns } from './column-names.ts';
import type { ContractRow, FileRow, FileRows } from './file-rows.ts';
import { joinRows } from './join-rows.ts';

/** The reports of a JSON file: a list of rows, alone or under `data`. */
export function jsonFileRows(text: string, columns: Columns): FileRows {
  const parsed = parseJson(text, true);
  if (!parsed.ok) return { ok: false, path: '', reason: 'no-table' };
  const rows = asList(parsed.value) ?? asList(readPath(parsed.value, 'data'));
  if (rows === null) return { ok: false, path: 'data', reason: 'not-a-list' };
  const fields = Object.fromEntries(Object.entries(columns).map(([heading, name]) => [name, heading]));
  return {
    ok: true,
    headings: [],
    rows: joinRows(rows.map((row, index) => jsonRow(row, { fields, number: index + 1 }))),
  };
}

function jsonRow(
  value: unknown,
  { fields, number }: { readonly fields: Readonly<Record<string, string>>; readonly number: number },
): FileRow {
  const flaw = flawOf(value);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  // Parsed JSON holds nothing that JSON could not but `TWO_VALUES`, which this leaves out.
  const row = JSON.parse(JSON.stringify(isObject ? renameRow(value, fields) : {})) as ContractRow;
  const { id } = row;
  const reason = flaw ?? (isObject ? null : 'not-an-object');
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : '',
    row,
    isReport: 'isi' in row || !('tanggapan' in row),
    numbers: [number],
    fault: reason === null ? null : { path: '', reason },
  };
}
