import { namesIn } from './bind-statement.ts';
import type { Statements } from './statements.ts';

/**
 * Whether the application's own tables keep the reference of what is written, where it can be read again: then the side
 * table need not.
 */
export function keepsReferences(statements: Statements, what: 'report' | 'response'): boolean {
  const { insertReport, insertResponse, findByExternalRef, responses } = statements;
  const sql = what === 'report' ? insertReport : insertResponse;
  if (sql === null || !namesIn(sql).has('external_ref')) return false;
  return what === 'report' ? findByExternalRef !== null : /\bexternal_ref\b/i.test(responses ?? '');
}

/** The same of a report's number: whether the statement that writes the status writes it, too. */
export function keepsNumbers({ writeStatus }: Statements): boolean {
  return writeStatus !== null && namesIn(writeStatus).has('lapor_id');
}
