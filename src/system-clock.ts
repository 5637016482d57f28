import type { Clock } from './clock.ts';

/** A longer delay fires at once in Node (2^31 ms); a wait is sliced, so that a clock set back cannot stretch it either. */
const SLICE_MS = 3_600_000;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  mono: () => performance.now(),
  async sleep(ms, signal) {
    // Not a wait of no time: a loop that waits for it would never rest.
    if (Number.isNaN(ms)) throw new RangeError('cannot sleep for NaN');
    const end = performance.now() + ms;
    for (let left = ms; left > 0 && signal?.aborted !== true; left = end - performance.now()) {
      await slice(Math.min(left, SLICE_MS), signal);
    }
  },
};

function slice(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
