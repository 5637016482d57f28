import type { Clock } from '../clock.ts';

export interface LeapWatch {
  /** True once after the wall clock was set forward, or the machine slept: what is counted by it did not take that long. */
  leapt(): boolean;
}

/** Clocks that are kept right drift by less in any wait that counts. */
const LEAP_MS = 30_000;

/** Compares the wall clock with the monotonic one, from now on. */
export function createLeapWatch(clock: Pick<Clock, 'now' | 'mono'>): LeapWatch {
  const ahead = () => clock.now() - clock.mono();
  let known = ahead();
  return {
    leapt() {
      const now = ahead();
      const leapt = now - known > LEAP_MS;
      if (leapt || now < known) known = now;
      return leapt;
    },
  };
}
