import type { TwinFacts } from '../../src/twins/twin-subject.ts';

/** A report of the city and one of LAPOR!, with what a person says of them. */
export interface LabelledPair {
  readonly kind: string;
  readonly isTwin: boolean;
  readonly local: TwinFacts;
  readonly national: TwinFacts;
}
