/** A value that both SQLite and PostgreSQL take and give. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type Params = Readonly<Record<string, SqlValue>>;
export type Row = Readonly<Record<string, SqlValue>>;

/** One statement, with named parameters written `:name`. */
export interface Statement {
  readonly sql: string;
  readonly params: Params;
}

/**
 * What the ledger does in one transaction, written once for every database: a generator that yields statements and
 * is handed their rows. A verb is a pure function of what it reads, so a store may run it again after a rollback.
 */
export type Verb<T> = Generator<Statement, T, readonly Row[]>;

/** Rows of a query, or of `returning`. The caller's `R` states the columns it selects. */
export function* all<R>(sql: string, params: Params = {}): Verb<readonly R[]> {
  return (yield { sql, params }) as unknown as readonly R[];
}

export function* one<R>(sql: string, params: Params = {}): Verb<R | undefined> {
  return (yield* all<R>(sql, params))[0];
}

/** The row of a query that always gives one: an aggregate, an insert, what a foreign key promises. */
export function* only<R>(sql: string, params: Params = {}): Verb<R> {
  const row = yield* one<R>(sql, params);
  if (row === undefined) throw new Error(`no row: ${sql}`);
  return row;
}

export function* run(sql: string, params: Params = {}): Verb<void> {
  yield { sql, params };
}

/**
 * A `limit` clause. Its number is written into the statement: as a parameter it makes SQLite plan the statement anew at
 * every run, which costs more than running it.
 */
export function atMost(rows: number): string {
  return `limit ${Math.max(0, Math.trunc(rows))}`;
}
