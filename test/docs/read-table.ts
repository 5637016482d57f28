/** The table of a Markdown text whose first column is called `first`, its head included; code marks are taken off. */
export function readTable(text: string, first: string): readonly (readonly string[])[] {
  const tables = text
    .split(/\n\n+/)
    .filter((block) => block.startsWith('|'))
    .map((block) => block.trimEnd().split('\n').filter(isRow).map(cellsOf));
  const table = tables.find((rows) => rows[0]?.[0] === first);
  if (table === undefined) throw new Error(`no table: ${first}`);
  return table;
}

/** False for the line between the head and the rows. */
function isRow(line: string): boolean {
  return !/^[|\s:-]+$/.test(line);
}

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}
