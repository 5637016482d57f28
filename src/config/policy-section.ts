import { DateTime } from 'luxon';
import * as z from 'zod';
import { duration } from './duration.ts';
import { lineText } from './line-text.ts';
import { optionalSection } from './optional-section.ts';
import { section } from './section.ts';
import { wholeNumber } from './whole-number.ts';

/** `2026-08-01`, or a time of that day; without an offset it is read in the site's time zone. */
const since = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/, {
    error: 'must be a date, YYYY-MM-DD',
    abort: true,
  })
  .refine((text) => DateTime.fromISO(text, { zone: 'utc' }).isValid, 'is a date that does not exist');

/** What the bridge may do. `since` and `writeBack` get their final form where zone and environment are known. */
export const policySection = section({
  mode: z.enum(['live', 'shadow']).default('live'),
  since: since.nullable().default(null),
  writeBack: z.boolean().nullable().default(null),
  foreign: z.enum(['reject', 'disposition']).default('reject'),
  onUnknownOutcome: z.enum(['hold', 'resend']).default('hold'),
  resendAfter: duration().prefault('24h'),
  settle: duration().prefault('20m'),
  maskNik: z.boolean().default(true),
  maxAttempts: wholeNumber(1).default(12),
  twins: optionalSection(
    section({
      workingDays: wholeNumber(0, 30).default(1),
      staff: z
        .array(lineText)
        .nullish()
        .transform((names) => names ?? []),
    }),
  ),
  guard: optionalSection(section({ maxNewPerCycle: wholeNumber(0).default(500) })),
}).transform(({ resendAfter, settle, ...rest }) => ({ ...rest, resendAfterMs: resendAfter, settleMs: settle }));
