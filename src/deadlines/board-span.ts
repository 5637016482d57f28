import type { Config } from '../config/to-config.ts';
import { dateInZone } from '../report/format-time.ts';
import { parseTime } from '../report/parse-time.ts';
import { workingDaysLater } from './working-days-later.ts';

/** The moments between which something is due today or on the next working day, epoch ms. */
export function boardSpan(now: number, config: Pick<Config, 'timezone' | 'maps'>) {
  const todayEnd = parseTime(`${dateInZone(now, config.timezone)} 23:59:59`, config.timezone);
  return { now, todayEnd: todayEnd ?? now, tomorrowEnd: workingDaysLater(now, 1, config) };
}
