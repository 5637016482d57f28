import { formatLocalTime } from '../report/format-time.ts';

export interface Arrivals {
  /** Hours since the epoch with the number of reports that came in them, oldest first; the hours between had none. */
  readonly byHour: readonly { readonly hour: number; readonly count: number }[];
  /** From when they were counted, epoch ms. */
  readonly sinceMs: number;
  readonly timezone: string;
  /** Dates (`YYYY-MM-DD`) on which people write as on a Sunday. */
  readonly holidays: ReadonlySet<string>;
}

const HOUR_MS = 3_600_000;
const SUNDAY = 0;

/**
 * How many reports would have come since the last one, by what usually comes at that hour of that weekday: a weekend on
 * which nobody ever writes expects none. `null` where fewer than two weeks are known.
 */
export function expectedSince(
  arrivals: Arrivals,
  now: number,
): { readonly expected: number; readonly sinceMs: number } | null {
  const last = arrivals.byHour.at(-1);
  if (last === undefined) return null;
  const first = Math.max(Math.ceil(arrivals.sinceMs / HOUR_MS), arrivals.byHour[0]?.hour ?? 0);
  if ((last.hour - first) * HOUR_MS < 14 * 24 * HOUR_MS) return null;
  const slotOf = createSlots(arrivals);
  // How often each hour of the week was lived through, and how many reports it brought.
  const lived = new Map<number, number>();
  const came = new Map<number, number>();
  for (let hour = first; hour <= last.hour; hour += 1) add(lived, slotOf(hour), 1);
  for (const { hour, count } of arrivals.byHour) if (hour >= first) add(came, slotOf(hour), count);
  let expected = 0;
  const until = Math.floor(now / HOUR_MS);
  for (let hour = last.hour + 1; hour < until; hour += 1) {
    const slot = slotOf(hour);
    const times = lived.get(slot) ?? 0;
    expected += times === 0 ? 0 : (came.get(slot) ?? 0) / times;
  }
  return { expected, sinceMs: last.hour * HOUR_MS };
}

/** The hour of the week (0 to 167, from Sunday) that an hour since the epoch is in the zone. */
function createSlots({ timezone, holidays }: Arrivals): (hour: number) => number {
  return (hour) => {
    const [date = '', time = ''] = formatLocalTime(hour * HOUR_MS, timezone).split(' ');
    const weekday = holidays.has(date) ? SUNDAY : new Date(`${date}T00:00:00Z`).getUTCDay();
    const clock = Number(time.slice(0, 2));
    return weekday * 24 + clock;
  };
}

function add(counts: Map<number, number>, slot: number, count: number): void {
  counts.set(slot, (counts.get(slot) ?? 0) + count);
}
