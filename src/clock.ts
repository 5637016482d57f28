/** Time as the bridge sees it. Only `systemClock` reads the machine; simulation and tests pass their own. */
export interface Clock {
  /** Wall clock, epoch milliseconds: for what is written down. */
  now(): number;
  /** Monotonic milliseconds from an arbitrary start: for waits and limits, untouched by clock jumps. */
  mono(): number;
  /** Resolves after `ms`, or as soon as `signal` aborts; any length will do, but for NaN, which throws. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
