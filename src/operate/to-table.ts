import { displayText } from '../report/display-text.ts';

const GAP = '  ';

/** Rows under headings, columns as wide as their widest cell. Cells are made safe for a terminal. */
export function toTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [headings, ...rows.map((row) => row.map(displayText))];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  const [head, ...body] = cells.map(line);
  return [head, rule, ...body].join('\n');
}
