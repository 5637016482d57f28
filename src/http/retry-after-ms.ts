import { DateTime } from 'luxon';

const MAX_MS = 6 * 60 * 60 * 1000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3), at most six
 * hours, 0 for a moment gone by, `null` where there is no header or it says neither. `now` is epoch milliseconds.
 */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, MAX_MS);
  const date = DateTime.fromHTTP(text);
  return date.isValid ? Math.min(Math.max(date.toMillis() - now, 0), MAX_MS) : null;
}
