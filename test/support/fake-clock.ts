import type { Clock } from '../../src/clock.ts';

/** A clock that stands still until it is told to go on; sleepers wake in the order of their times. */
export interface FakeClock extends Clock {
  advance(ms: number): void;
  /** Sets the wall clock forward, or back; no time passes. */
  setWall(byMs: number): void;
}

/** A Monday morning in Jakarta. */
export const MONDAY_MS = Date.UTC(2026, 7, 3, 1);

export function createFakeClock(startMs = MONDAY_MS): FakeClock {
  const sleepers = new Set<{ readonly wakesAt: number; readonly wake: () => void }>();
  let passedMs = 0;
  let setByMs = 0;
  return {
    now: () => startMs + setByMs + passedMs,
    mono: () => passedMs,
    sleep(ms, signal) {
      if (ms <= 0 || signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          resolve();
        };
        const sleeper = { wakesAt: passedMs + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake, { once: true });
      });
    },
    setWall(byMs) {
      setByMs += byMs;
    },
    advance(ms) {
      passedMs += ms;
      const due = [...sleepers].filter((one) => one.wakesAt <= passedMs).sort((a, b) => a.wakesAt - b.wakesAt);
      for (const { wake } of due) wake();
    },
  };
}
