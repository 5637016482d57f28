import type { JsonValue } from '../../report/canonical-json.ts';
import { fingerprint } from '../../report/fingerprint.ts';
import { asList } from '../rest/as-list.ts';
import type { FileRow } from './file-rows.ts';

/** The rows of one report: a table joined with answers repeats it. Where they differ nobody knows which one is meant. */
export function joinRows(rows: readonly FileRow[]): readonly FileRow[] {
  const joined = new Map<string, FileRow>();
  for (const row of rows) {
    const key = row.id === '' ? `#${row.numbers[0]}` : row.id;
    const before = joined.get(key);
    joined.set(key, before === undefined ? row : join(before, row));
  }
  return [...joined.values()];
}

function join(a: FileRow, b: FileRow): FileRow {
  const { tanggapan: first, ...one } = a.row;
  const { tanggapan: second, ...other } = b.row;
  const isSame = fingerprint(one as JsonValue) === fingerprint(other as JsonValue);
  const answers = [...(asList(first) ?? []), ...(asList(second) ?? [])] as JsonValue[];
  return {
    ...a,
    row: first === undefined ? a.row : { ...one, tanggapan: answers },
    numbers: [...a.numbers, ...b.numbers],
    fault: a.fault ?? b.fault ?? (isSame ? null : { path: '', reason: 'two-rows' }),
  };
}
