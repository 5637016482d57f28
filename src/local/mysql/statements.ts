import type { SqlColumn } from './mysql-schema.ts';
import type { OwnStatements } from './own-statements.ts';

/**
 * How the reports come: by id from `:after_id` on, all changed since `:since`; or by time of change, so that both move; or
 * all at once. `null`: the statement is the deployment's own, and shows it.
 */
export type ScanOrder = 'by-id' | 'by-change' | 'at-once';

/** What is asked of the database, and what is known of its tables. */
export interface Statements extends OwnStatements {
  /** One report by `:report_id`; `null`: the list is searched for it. */
  readonly report: string | null;
  /** Gives a row where the report is there. `null`: the statement that writes the status tells. */
  readonly exists: string | null;
  /** `null`: not known. */
  readonly idColumn: SqlColumn | null;
  readonly idIsInteger: boolean;
  readonly order: ScanOrder | null;
  /** False: what was sent before the transaction ended may stay. */
  readonly isTransactional: boolean;
}
