import type { Config } from '../config/to-config.ts';
import { dateInZone } from '../report/format-time.ts';
import { parseTime } from '../report/parse-time.ts';
import { addWorkingDays } from './add-working-days.ts';
import { holidaysOf } from './holidays-of.ts';

/** The end of the working day that is `count` working days after `at`, epoch ms; `at` itself for none. */
export function workingDaysLater(at: number, count: number, config: Pick<Config, 'maps' | 'timezone'>): number {
  if (count === 0) return at;
  const last = addWorkingDays(dateInZone(at, config.timezone), count, holidaysOf(config.maps.holidays));
  return parseTime(`${last} 23:59:59`, config.timezone) ?? at;
}
