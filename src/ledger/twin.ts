import type { Privacy } from '../report/privacy.ts';
import type { ReportKind } from '../report/report.ts';
import type { TwinEvidence, TwinScore } from '../twins/score-twins.ts';
import type { Case } from './case.ts';

/** What was said of a local and a national report: they may be one, they are, or they are not. */
export type TwinState = 'proposed' | 'linked' | 'rejected';

/** A report of the other side that one just read may be. */
export interface TwinCandidate {
  readonly case: Case;
  readonly score: TwinScore;
  /**
   * Whether it is on the side that the one just read comes from: certainly not, perhaps (in doubt, or being sent), or it is,
   * as a report of its own.
   */
  readonly there: 'no' | 'perhaps' | 'yes';
  /** A person said that the two are not one. */
  readonly rejected: boolean;
}

/** What is kept of two reports that are, or may be, one. */
export interface TwinNote {
  readonly evidence: TwinEvidence;
  /** A near one keeps what is owed back until then; `null`: no longer, or never. */
  readonly until: number | null;
}

/** A report as it is to be known here. */
export interface Adopted {
  readonly kind: ReportKind;
  readonly category: string | null;
  readonly institution: string | null;
  readonly privacy: Privacy;
  readonly dueAt: number | null;
}

/** Two reports side by side, as a person is shown them: ids, times, flags and counts, no citizen's word. */
export interface TwinPair {
  readonly state: TwinState;
  readonly localId: string;
  readonly ticket: string | null;
  readonly nationalId: string;
  /** The number that the local report has, where it has one. */
  readonly localHasNumber: string | null;
  readonly localCreatedAt: number;
  readonly localPrivacy: Privacy;
  /** `null` where the national report is known by this pair alone. */
  readonly nationalCreatedAt: number | null;
  readonly evidence: TwinEvidence | null;
  readonly at: number;
  readonly until: number | null;
}
