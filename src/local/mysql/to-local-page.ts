import type { LocalPage } from '../local-system.ts';
import type { RestRow } from '../rest/rest-row.ts';

/** Rows in the contract's form as one page of reports. */
export function toLocalPage(
  rows: readonly Readonly<Record<string, unknown>>[],
  { readRow, more }: { readonly readRow: (row: unknown) => RestRow; readonly more: boolean },
): LocalPage {
  const read = rows.map(readRow);
  return {
    reports: read.flatMap((row) => (row.ok ? [row.report] : [])),
    rejected: read.flatMap((row) => (row.ok ? [] : [row.rejected])),
    rowCount: rows.length,
    more,
  };
}
