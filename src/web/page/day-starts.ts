import { DateTime } from 'luxon';

/** When each of the last `count` days began in a zone, today's included, and when it ends; epoch ms, in order. */
export function dayStarts(now: number, zone: string, count: number): readonly number[] {
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  return Array.from({ length: count + 1 }, (_, at) => today.plus({ days: at + 1 - count }).toMillis());
}
