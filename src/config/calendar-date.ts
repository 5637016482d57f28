import { DateTime } from 'luxon';
import * as z from 'zod';

/** A date that exists, `YYYY-MM-DD`. */
export const calendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date, YYYY-MM-DD', abort: true })
  .refine((text) => DateTime.fromISO(text, { zone: 'utc' }).isValid, 'is a date that does not exist');
