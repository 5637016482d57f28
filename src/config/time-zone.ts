import * as z from 'zod';

/** An IANA time zone that this machine's data knows. Offsets such as `+07:00` are no zones. */
export const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone such as Asia/Jakarta');

function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
