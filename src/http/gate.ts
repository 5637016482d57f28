/** A place in one side's limits (requests per minute, concurrency). Give it back exactly once. */
export interface Permit {
  release(): void;
}

/** A permit as the gate gives it. */
export interface GivenPermit extends Permit {
  /** To be called where the request goes out later than it was let through: the minute is counted from then. */
  goesOut(): void;
}

/** One side's limits. Every request takes a permit; a write takes it before its intent is written down. */
export interface Gate {
  /** Resolves with a permit, or `null` when `signal` aborts first. Order of arrival is kept. */
  enter(signal?: AbortSignal): Promise<GivenPermit | null>;
  /** Number of requests begun since the start. */
  readonly begun: number;
}
