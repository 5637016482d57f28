import { DateTime } from 'luxon';

/** The clock of who answered, epoch ms, out of `Date`; `null`: not told, or as old as the store that it comes from (`Age`). */
export function peerClockMs(headers: Readonly<Record<string, string | readonly string[] | undefined>>): number | null {
  const { date, age } = headers;
  if (typeof date !== 'string' || (age !== undefined && age !== '0')) return null;
  const read = DateTime.fromHTTP(date);
  return read.isValid ? read.toMillis() : null;
}
