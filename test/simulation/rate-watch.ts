import type { Clock } from '../../src/clock.ts';
import type { SendResult } from '../../src/http/outcome.ts';
import type { SimWorld } from './sim-world.ts';

/** Counts the requests of one process to one side (I31): never more than its limit in a minute, no create in a pause. */
export interface RateWatch {
  begins(operation: string): void;
  ends(result: SendResult<unknown>): void;
}

const MINUTE_MS = 60_000;

export function createRateWatch({
  world,
  side,
  clock,
}: {
  readonly world: SimWorld;
  readonly side: string;
  readonly clock: Clock;
}): RateWatch {
  const { perMinute, rates } = world.plan;
  // A pause is kept by the wall clock: where that jumps, nobody can hold to it.
  const clockHolds = rates['clock-jump'] === undefined && rates['clock-leap'] === undefined;
  const begun: number[] = [];
  let pausedUntil = 0;
  return {
    begins(operation) {
      const now = clock.mono();
      begun.push(now);
      if (begun.length > perMinute && now - (begun.shift() ?? 0) < MINUTE_MS) {
        world.fail(`I31 more than ${perMinute} requests a minute to ${side}`);
      }
      if (operation === 'create' && clockHolds && world.time.mono() < pausedUntil) {
        world.fail(`I31 ${operation} during a pause that ${side} asked for`);
      }
    },
    ends(result) {
      if (result.kind === 'not-reached' && result.retryAfterMs !== null) {
        // By the clock of the side that asked for it: it goes on while this machine sleeps.
        pausedUntil = Math.max(pausedUntil, world.time.mono() + result.retryAfterMs);
      }
    },
  };
}
