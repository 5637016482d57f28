/** What a parameter of a statement can be; a list is for `IN (:name)`. */
export type SqlValue = string | number | bigint | null | (string | bigint)[];
export type SqlValues = Readonly<Record<string, SqlValue>>;

/** Texts, quoted names and comments, in which a colon is no parameter; `:=` assigns. */
const TOKEN =
  /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|`[^`]*`|--\s[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/|:=|:([a-z_]\w*)/gi;

/** The names of the parameters that a statement uses. */
export function namesIn(sql: string): ReadonlySet<string> {
  const names = [...sql.matchAll(TOKEN)].map(([, name]) => name);
  return new Set(names.filter((name) => name !== undefined));
}

/**
 * Puts the values in the places of `:name`, each as `quote` writes it. An empty list is `NULL`, which nothing is in. A
 * name without a value is a bug and throws: the names were checked when the configuration was read.
 */
export function bindStatement(sql: string, values: SqlValues, quote: (value: SqlValue) => string): string {
  return sql.replace(TOKEN, (token: string, name: string | undefined) => {
    if (name === undefined) return token;
    const value = values[name];
    if (value === undefined) throw new Error(`a statement asks for :${name}`);
    return quote(Array.isArray(value) && value.length === 0 ? null : value);
  });
}
