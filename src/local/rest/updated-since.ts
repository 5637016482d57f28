import { DateTime } from 'luxon';

/**
 * The `updated_since` of a page: ISO 8601 with the offset of the IANA `zone`, so that an application that drops the offset
 * still reads its own local time. Cut to the second, downwards, because rows are written to the second.
 */
export function updatedSince(sinceMs: number, zone: string): string {
  const since = DateTime.fromMillis(Math.max(0, sinceMs), { zone, locale: 'en' });
  if (!since.isValid) throw new RangeError(`no such time: ${sinceMs} in ${zone}`);
  return since.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}
