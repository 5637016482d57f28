import type { Verb } from '../verb.ts';
import { all } from '../verb.ts';

/** How many reports of the city were seen first in each hour since `sinceMs`; `hour`: hours since the epoch. */
export function* arrivalsByHour(sinceMs: number): Verb<readonly { readonly hour: number; readonly count: number }[]> {
  return yield* all<{ hour: number; count: number }>(
    `select first_seen_at / 3600000 as hour, count(*) as count from cases
     where route <> 'national' and first_seen_at >= :sinceMs group by 1 order by 1`,
    { sinceMs },
  );
}
