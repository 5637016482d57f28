import type { JsonValue } from '../../report/canonical-json.ts';

/** A row under the contract's names (local contract, section 1), as JSON. What a file does not speak of is left out. */
export type ContractRow = { readonly [name: string]: JsonValue | undefined };

/** One report of a file, or the answers to one, put together from all its rows. */
export interface FileRow {
  /** Id in the city's application as written; '' where there is none. */
  readonly id: string;
  readonly row: ContractRow;
  /** False: the file tells answers only, and nothing of the report itself. */
  readonly isReport: boolean;
  /** Numbers of its rows in the file, from 1. */
  readonly numbers: readonly number[];
  /** Why it cannot be taken, found before its values were looked at. */
  readonly fault: { readonly path: string; readonly reason: string } | null;
}

/** What a file holds; `not ok`: it cannot be taken at all, with the heading or part that is wrong. */
export type FileRows =
  | { readonly ok: true; readonly headings: readonly string[]; readonly rows: readonly FileRow[] }
  | { readonly ok: false; readonly path: string; readonly reason: string };
