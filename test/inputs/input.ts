import type { LaporStage } from './open-lapor-stage.ts';
import type { RestStage } from './open-rest-stage.ts';
import type { Stage } from './stage.ts';

/**
 * What becomes of a bad input: the page is refused and the cursor stays (`P`), the row is set apart and the rest goes on
 * (`Q`), it is taken in one form (`N`), the lane stops (`L`), what was written is in doubt (`D`), a person decides (`H`),
 * nobody is asked (`refuse`), nothing is the matter (`fine`).
 */
type Verdict = 'P' | 'Q' | 'N' | 'L' | 'D' | 'H' | 'refuse' | 'fine' | 'P, D';

export interface Case<Of extends Stage> {
  readonly verdict: Verdict;
  /** Puts the input before the adapter and looks at what came of it. */
  readonly check: (stage: Of) => Promise<void>;
  readonly timeoutMs?: number;
}

/** Why an input cannot come to an adapter. */
export interface Absent {
  readonly absent: string;
}

/** One of the bad inputs, and what each of the two adapters makes of it. */
export interface Input {
  readonly number: number;
  readonly what: string;
  readonly rest: Case<RestStage> | Absent;
  readonly lapor: Case<LaporStage> | Absent;
}
