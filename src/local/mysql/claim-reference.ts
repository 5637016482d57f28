import { namesIn, type SqlValues } from './bind-statement.ts';
import type { SqlRow } from './create-connections.ts';
import { FIND_REFERENCE, WRITE_REFERENCE } from './side-tables.ts';
import { meaningOf, sqlError } from './sql-error.ts';
import type { Writing } from './write-transaction.ts';
import { WriteRefusedError } from './write-transaction.ts';

/** Refuses a write to a report that is not there. */
export async function expectReport(writing: Writing, exists: string | null, report_id: string | bigint): Promise<void> {
  if (exists === null) return;
  const { rows } = await writing.run(exists, { report_id });
  if (rows.length === 0) throw new WriteRefusedError('not-found');
}

/**
 * Takes a reference for what is written next. `null`: it is ours now. A row: what it names was written before, and must not
 * be again; one that another session is just writing is waited for.
 */
export async function claimReference(writing: Writing, values: SqlValues): Promise<SqlRow | null> {
  try {
    await writing.run(WRITE_REFERENCE, values);
    return null;
  } catch (error) {
    const known = sqlError(error);
    if (known === null || meaningOf(known) !== 'duplicate') throw error;
    const { rows } = await writing.run(FIND_REFERENCE, values);
    const [row] = rows;
    if (row === undefined) throw error;
    return row;
  }
}

/** Inserts a row and gives its id: the server's number, else ours. `null`: neither, and it is found by its reference. */
export async function insertRow(writing: Writing, sql: string, values: SqlValues): Promise<string | null> {
  const { insertId } = await writing.run(sql, values);
  if (insertId !== null) {
    // As text: the driver rounds the largest.
    const { rows } = await writing.run('SELECT LAST_INSERT_ID() AS id', {});
    return rows[0]?.id ?? null;
  }
  return namesIn(sql).has('new_id') ? String(values.new_id) : null;
}

/** The id under which a statement of the deployment finds what was just written. */
export async function idByReference(
  writing: Writing,
  sql: string | null,
  external_ref: string,
): Promise<string | null> {
  if (sql === null) return null;
  const { rows } = await writing.run(sql, { external_ref });
  return rows[0]?.id ?? null;
}
