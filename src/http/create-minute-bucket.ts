/** A bucket of tokens, one per request. Times are monotonic milliseconds. */
export interface MinuteBucket {
  /** How long until a token is there; 0 or less: there is one. */
  waitMs(nowMono: number): number;
  take(nowMono: number): void;
}

/** A second more than a minute, because two requests may be on their way for unequally long. */
const TOKEN_RETURNS_AFTER_MS = 61_000;

/**
 * A bucket of `perMinute` tokens, full at the start. A token comes back a minute after it was taken, so no minute,
 * wherever it begins, sees more than `perMinute` requests. (A full bucket that is refilled evenly lets nearly twice as
 * many through in its first minute, and a gateway that counts answers 429.)
 */
export function createMinuteBucket(perMinute: number): MinuteBucket {
  const takenAt = new Float64Array(Math.max(1, Math.floor(perMinute))).fill(Number.NEGATIVE_INFINITY);
  let oldest = 0;
  return {
    waitMs: (nowMono) => Number(takenAt[oldest]) + TOKEN_RETURNS_AFTER_MS - nowMono,
    take(nowMono) {
      takenAt[oldest] = nowMono;
      oldest = (oldest + 1) % takenAt.length;
    },
  };
}
