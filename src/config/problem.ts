/**
 * One thing that is wrong (or, as a warning, doubtful) in a configuration file. Never holds a value out of the file.
 */
export interface Problem {
  readonly file: string;
  /** `national.limits.perMinute`, `notify[0].url`; empty where the file as a whole is meant. */
  readonly path: string;
  readonly message: string;
}

/** Something wrong at a place in a parsed document, before the file's name is known. */
export interface Finding {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
