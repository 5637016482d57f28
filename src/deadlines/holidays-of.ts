import type { Config } from '../config/to-config.ts';

const holidaySets = new WeakMap<object, ReadonlySet<string>>();

/** Every day off of the map, national holidays and cuti bersama, as `YYYY-MM-DD`. */
export function holidaysOf(holidays: Config['maps']['holidays']): ReadonlySet<string> {
  const known = holidaySets.get(holidays);
  if (known !== undefined) return known;
  const dates = Object.values(holidays).flatMap((year) => [
    ...Object.keys(year.national),
    ...Object.keys(year.cutiBersama),
  ]);
  const set = new Set(dates);
  holidaySets.set(holidays, set);
  return set;
}
