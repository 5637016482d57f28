import type { Side } from '../../src/ledger/delivery.ts';
import type { SimWorld } from './sim-world.ts';

/** Faults that are of no call: outages, stop signals, pauses of the whole process, clock jumps. */
export interface Mischief {
  /** To be called after each round; `stop` gives the process a stop signal. */
  strike(stop: () => void): void;
  /** True while a whole side is cut off. */
  isDown(side: Side): boolean;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const YEAR_MS = 365 * 24 * HOUR_MS;
const JUMPS_MS = [10 * MINUTE_MS, 24 * HOUR_MS];
/** Ten years, to 1970, to 2100. */
const LEAPS_MS = [10 * YEAR_MS, 56 * YEAR_MS, 74 * YEAR_MS];

export function createMischief(world: SimWorld): Mischief {
  const { random, time, plan } = world;
  const down: Record<Side, number> = { local: 0, national: 0 };
  const oneOf = (list: readonly number[]) => list[Math.floor(random() * list.length)] ?? 0;
  const eitherWay = () => (random() < 0.5 ? -1 : 1);
  /** In the midst of the next round, or of the sleep before it. */
  const soon = () => time.mono() + plan.cycleMs + (random() - 0.2) * 2_000;
  return {
    strike(stop) {
      if (world.strikes('swizzle', 0.3)) down.national = time.mono() + random() * 3 * HOUR_MS;
      if (world.strikes('swizzle', 0.3)) down.local = time.mono() + random() * 3 * HOUR_MS;
      if (world.strikes('clock-jump', 0.1)) world.jumpWall(random() * oneOf(JUMPS_MS) * eitherWay());
      if (world.strikes('clock-leap', 0.1)) world.jumpWall(oneOf(LEAPS_MS) * eitherWay());
      if (world.strikes('freeze', 0.2)) time.at(soon(), () => world.freeze(random() * HOUR_MS, false));
      if (world.strikes('suspend', 0.2)) time.at(soon(), () => world.freeze(random() * HOUR_MS, true));
      if (world.strikes('sigterm', 0.2)) time.at(soon(), stop);
    },
    isDown: (side) => !world.isHealed() && time.mono() < down[side],
  };
}
