import type { Clock } from '../../src/clock.ts';

/** The machine's clock, without a wait: nothing that is tested on real sockets sleeps by it. */
export const realClock: Clock = {
  now: () => Date.now(),
  mono: () => performance.now(),
  sleep: () => Promise.resolve(),
};
