import type { Config } from '../config/to-config.ts';
import { dateInZone } from '../report/format-time.ts';
import { parseTime } from '../report/parse-time.ts';
import { addWorkingDays } from './add-working-days.ts';
import { holidaysOf } from './holidays-of.ts';

/** The moments between which something is due today or on the next working day, epoch ms. */
export function boardSpan(now: number, { timezone, maps }: Pick<Config, 'timezone' | 'maps'>) {
  const today = dateInZone(now, timezone);
  const tomorrow = addWorkingDays(today, 1, holidaysOf(maps.holidays));
  return { now, todayEnd: endOf(today, timezone), tomorrowEnd: endOf(tomorrow, timezone) };
}

function endOf(date: string, zone: string): number {
  const end = parseTime(`${date} 23:59:59`, zone);
  if (end === null) throw new Error(`no such day: ${date}`);
  return end;
}
