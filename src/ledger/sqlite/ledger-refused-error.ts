import type { AnchorRefusal } from './check-anchor.ts';

/** Why a file is refused as a ledger; what to do about each is said by the command line. */
export type LedgerRefusal =
  | 'missing'
  | 'not-a-database'
  | 'foreign'
  | 'emptied'
  | 'newer'
  | 'loose-mode'
  | 'damaged'
  | 'settings'
  | 'read-only'
  | 'network-disk'
  | 'binding'
  | 'key'
  | AnchorRefusal;

/** The file is not used: going on with it could lose or repeat reports. Exit code 78. */
export class LedgerRefusedError extends Error {
  override readonly name = 'LedgerRefusedError';
  readonly refusal: LedgerRefusal;
  readonly file: string;

  constructor(refusal: LedgerRefusal, file: string) {
    super(`ledger refused: ${refusal}`);
    this.refusal = refusal;
    this.file = file;
  }
}

const REFUSALS = [
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_READONLY', 'read-only'],
] as const satisfies readonly (readonly [string, LedgerRefusal])[];

/** What an error of SQLite says about the file; `null` where it says nothing. */
export function refusalOf({ code }: { readonly code: string }): LedgerRefusal | null {
  return REFUSALS.find(([start]) => code.startsWith(start))?.[1] ?? null;
}
