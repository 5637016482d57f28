/** How many of the requests to one side may be repetitions. */
export interface RetryBudget {
  /** To be called with every request, repetitions included. */
  earn(): void;
  /** Takes one repetition; false: none is left, and whatever failed stays failed. */
  spend(): boolean;
}

const REQUESTS_PER_RETRY = 5;
const RETRIES_AT_HAND = 10;

/**
 * A bucket that is full at the start, and earns one repetition with every five requests. So in any time whatever at most a
 * fifth of the requests and ten more are repetitions (I30): a side that fails is not asked three times as often as one
 * that does not, and a short hiccup at little traffic is repeated all the same.
 */
export function createRetryBudget(): RetryBudget {
  const most = RETRIES_AT_HAND * REQUESTS_PER_RETRY;
  let earned = most;
  return {
    earn() {
      earned = Math.min(most, earned + 1);
    },
    spend() {
      if (earned < REQUESTS_PER_RETRY) return false;
      earned -= REQUESTS_PER_RETRY;
      return true;
    },
  };
}
