import type { LocalModel } from './local-model.ts';
import type { NationalModel } from './national-model.ts';

/** Both simulated systems. */
export interface Models {
  readonly local: LocalModel;
  readonly national: NationalModel;
}
