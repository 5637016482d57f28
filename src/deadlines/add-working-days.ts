import { isWorkingDay } from './is-working-day.ts';

const DAY_MS = 86_400_000;

/**
 * The date (`YYYY-MM-DD`) that is `count` working days after `date`. Saturdays, Sundays and `holidays` do not count; the
 * day itself never does.
 */
export function addWorkingDays(date: string, count: number, holidays: ReadonlySet<string>): string {
  let day = Date.parse(`${date}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    day += DAY_MS;
    if (isWorkingDay(isoDate(day), holidays)) left -= 1;
  }
  return isoDate(day);
}

function isoDate(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
