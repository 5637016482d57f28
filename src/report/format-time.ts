import { DateTime } from 'luxon';

/** Writes epoch milliseconds as `YYYY-MM-DD HH:mm:ss` in the IANA `zone`. */
export function formatLocalTime(ms: number, zone: string): string {
  // A fixed locale: with that of the host, digits could come out as Arabic ones.
  return inZone(ms, zone).setLocale('en').toFormat('yyyy-MM-dd HH:mm:ss');
}

/** The calendar day, `YYYY-MM-DD`, on which epoch milliseconds fall in the IANA `zone`. */
export function dateInZone(ms: number, zone: string): string {
  return formatLocalTime(ms, zone).slice(0, 'YYYY-MM-DD'.length);
}

function inZone(ms: number, zone: string): DateTime<true> {
  const time = DateTime.fromMillis(ms, { zone });
  if (!time.isValid) throw new RangeError(`no such time: ${ms} in ${zone}`);
  return time;
}
