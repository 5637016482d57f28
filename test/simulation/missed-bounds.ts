import type { CatchUp } from './measure-catch-up.ts';
import { CONCURRENCY } from './simulate-outage.ts';

const USED_MIN = 0.95;
const REPEATED_MAX = 0.2;
/** I30: a fifth of the requests and ten more. */
const BEYOND_FIFTH_MAX = 10;

/** What was promised of a catch-up and not kept, in words. */
export function missedBounds(caughtUp: CatchUp, queued: number): readonly string[] {
  const bounds = {
    'every change arrives': caughtUp.changes === queued,
    'at least 95 % of the allowed rate is used': caughtUp.used >= USED_MIN,
    'at most 20 % of the requests repeat others': caughtUp.repeated <= REPEATED_MAX,
    'a fifth and ten more in any ten minutes': caughtUp.beyondFifth <= BEYOND_FIFTH_MAX,
    // What is under way at the same moment may overtake; what is written to the city was filed before, in the same way.
    'the oldest goes first': caughtUp.outOfPlace <= 2 * CONCURRENCY,
  };
  return Object.entries(bounds).flatMap(([bound, holds]) => (holds ? [] : [bound]));
}
