import { type MysqlSchema, quoted, type SqlColumn, type SqlTable } from './mysql-schema.ts';
import type { Reference } from './report-columns.ts';

/** The first of the tables that is there. */
export function findTable(schema: MysqlSchema, names: readonly string[]): SqlTable | null {
  return names.map((name) => schema.get(name)).find((table) => table !== undefined) ?? null;
}

/** The first of the columns that is there. */
export function findColumn(table: SqlTable, names: readonly string[]): SqlColumn | null {
  return names.map((name) => table.columns.get(name)).find((column) => column !== undefined) ?? null;
}

/** A column under the alias of its table. */
export function columnOf(alias: string, column: SqlColumn): string {
  return `${alias}.${quoted(column.name)}`;
}

export interface LookUp {
  readonly table: SqlTable;
  /** The condition under the aliases `p` (report) and `r`. */
  readonly condition: string;
}

/** The first of the references that the schema has, both ends of it. */
export function findReference(schema: MysqlSchema, report: SqlTable, references: readonly Reference[]): LookUp | null {
  for (const { through, tables, keys } of references) {
    const from = report.columns.get(through);
    const table = findTable(schema, tables);
    const key = table === null ? null : findColumn(table, keys);
    if (from === undefined || table === null || key === null) continue;
    return { table, condition: `${columnOf('r', key)} = ${comparable(columnOf('p', from), from, key)}` };
  }
  return null;
}

/** One value of what a report refers to. Never more: a key that is not unique must not make two reports of one. */
export function lookedUp({ table, condition }: LookUp, column: SqlColumn): string {
  return `(SELECT ${columnOf('r', column)} FROM ${quoted(table.name)} r WHERE ${condition} LIMIT 1)`;
}

/** Two texts of different collations cannot be compared; the one side is converted, so that the key's index is used. */
function comparable(expression: string, from: SqlColumn, key: SqlColumn): string {
  if (from.charset === null || key.charset === null || from.collation === key.collation) return expression;
  return `CONVERT(${expression} USING ${key.charset}) COLLATE ${key.collation}`;
}
