import { DateTime } from 'luxon';

/** `updated_since` as epoch milliseconds: ISO 8601, in `zone` where it names none. `null`: not a time. */
export function readSince(value: string, zone: string): number | null {
  const time = DateTime.fromISO(value, { zone });
  return time.isValid ? time.toMillis() : null;
}
