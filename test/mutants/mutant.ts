/** One text of the bridge's source in the place of another. */
export interface Edit {
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly from: string;
  readonly to: string;
}

export interface Mutant extends Edit {
  /** The invariant of `docs/lifecycle.md` that it breaks. */
  readonly breaks: string;
  /** What the bridge does with it. */
  readonly name: string;
  /** What else must change before it shows. */
  readonly and?: readonly Edit[];
  /** The test file that must fail; left out: scripted and simulated lives must show it. */
  readonly test?: string;
}
