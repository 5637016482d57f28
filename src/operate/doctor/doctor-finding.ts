/** Every check, by the fixed word that its findings carry. */
export type DoctorCheck =
  | 'categories'
  | 'certificate'
  | 'clock'
  | 'configuration'
  | 'contract'
  | 'disk'
  | 'holidays'
  | 'institutions'
  | 'ledger'
  | 'local'
  | 'national'
  | 'policy'
  | 'proxy'
  | 'roundtrip'
  | 'schedule';

/** One thing that `doctor` found. Texts are in the reader's language. */
export interface DoctorFinding {
  readonly check: DoctorCheck;
  /** `unreachable` and `refused` are errors that have an exit code of their own. */
  readonly severity: 'error' | 'unreachable' | 'refused' | 'warning' | 'note';
  readonly meaning: string;
  readonly repair: string;
}
