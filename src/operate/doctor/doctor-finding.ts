/** One thing that `doctor` found. Texts are in the reader's language. */
export interface DoctorFinding {
  /** Which check found it: a fixed word. */
  readonly check: 'configuration' | 'institutions' | 'ledger' | 'local' | 'national';
  /** `unreachable` and `refused` are errors that have an exit code of their own. */
  readonly severity: 'error' | 'unreachable' | 'refused' | 'warning' | 'note';
  readonly meaning: string;
  readonly repair: string;
}
