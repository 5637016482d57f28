import type { Clock } from '../../src/clock.ts';

/** It is always noon of 31 July 2026 in Jakarta, and waits take no time. */
export const NOON: Clock = {
  now: () => Date.UTC(2026, 6, 31, 5),
  mono: () => 0,
  sleep: async () => undefined,
};

export const NEVER = new AbortController().signal;
