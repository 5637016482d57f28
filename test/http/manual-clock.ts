import type { Clock } from '../../src/clock.ts';

export interface ManualClock extends Clock {
  /** Moves the time and wakes who waited for it, one after the other. */
  advance(ms: number): Promise<void>;
  /** How many are asleep. */
  readonly sleepers: number;
}

/** A clock that stands still until it is moved. */
export function createManualClock(): ManualClock {
  const asleep = new Set<{ readonly at: number; readonly wake: () => void }>();
  let mono = 1_000;
  return {
    now: () => 1_780_000_000_000 + mono,
    mono: () => mono,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = {
          at: mono + ms,
          wake() {
            asleep.delete(sleeper);
            resolve();
          },
        };
        asleep.add(sleeper);
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      }),
    async advance(ms) {
      mono += ms;
      for (const sleeper of asleep) if (sleeper.at <= mono) sleeper.wake();
      await settled();
    },
    get sleepers() {
      return asleep.size;
    },
  };
}

/** After everything that waits for promises alone. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
