import { IANAZone } from 'luxon';
import * as z from 'zod';

/** An IANA time zone that this machine's data knows. Offsets such as `+07:00` are no zones. */
export const timeZone = z
  .string()
  .refine(
    (text) => /^[A-Za-z]/.test(text) && IANAZone.isValidZone(text),
    'must be an IANA time zone such as Asia/Jakarta',
  );
