export interface SqlColumn {
  readonly name: string;
  /** `bigint(20) unsigned`. */
  readonly type: string;
  /** `null`: no text. */
  readonly charset: string | null;
  readonly collation: string | null;
  readonly isNullable: boolean;
}

export interface SqlTable {
  readonly name: string;
  /** Whether a transaction covers it; MyISAM's are not. */
  readonly isTransactional: boolean;
  /** By lower-case name. */
  readonly columns: ReadonlyMap<string, SqlColumn>;
}

/** The tables that the account can see, by lower-case name. */
export type MysqlSchema = ReadonlyMap<string, SqlTable>;

export const SCHEMA_QUERY = `
  SELECT c.TABLE_NAME AS table_name, c.COLUMN_NAME AS name, c.COLUMN_TYPE AS type, c.CHARACTER_SET_NAME AS charset,
    c.COLLATION_NAME AS collation, c.IS_NULLABLE AS nullable, t.ENGINE AS engine
  FROM information_schema.COLUMNS c
  JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
  WHERE c.TABLE_SCHEMA = DATABASE() AND LOWER(c.TABLE_NAME) IN (:tables)
  ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`;

/** The schema from the rows of `SCHEMA_QUERY`. */
export function mysqlSchema(rows: readonly Readonly<Record<string, string | null>>[]): MysqlSchema {
  const tables = new Map<string, SqlTable & { readonly columns: Map<string, SqlColumn> }>();
  for (const row of rows) {
    const { table_name, name, type, charset = null, collation = null, nullable, engine } = row;
    if (!table_name || !name) continue;
    const key = table_name.toLowerCase();
    const table = tables.get(key) ?? { name: table_name, isTransactional: engine === 'InnoDB', columns: new Map() };
    table.columns.set(name.toLowerCase(), {
      name,
      type: type ?? '',
      charset,
      collation,
      isNullable: nullable === 'YES',
    });
    tables.set(key, table);
  }
  return tables;
}

export function isInteger({ type }: SqlColumn): boolean {
  return /^(?:tiny|small|medium|big)?int\b/i.test(type);
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
