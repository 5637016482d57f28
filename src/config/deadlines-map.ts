import * as z from 'zod';
import { calendarDate } from './calendar-date.ts';
import { section } from './section.ts';
import { wholeNumber } from './whole-number.ts';

const deadline = section({
  /** First day on which a report must have been created for this line to hold. */
  from: calendarDate,
  classification: z.enum(['pengaduan', 'aspirasi', 'permintaan_informasi', 'default']),
  step: z.enum(['verify', 'first-follow-up', 'finish']),
  workingDays: wholeNumber(1, 1000),
});

/** `deadlines.yaml`: working days for each step, oldest rule first. */
export const deadlinesMap = z
  .array(deadline)
  .superRefine((lines, context) => {
    const seen = new Set<string>();
    for (const [index, { from, classification, step }] of lines.entries()) {
      const key = `${from} ${classification} ${step}`;
      if (seen.has(key)) {
        context.addIssue({ code: 'custom', path: [index], message: `there is already a line for ${key}` });
      }
      seen.add(key);
    }
  })
  .transform((lines) => lines.toSorted((a, b) => a.from.localeCompare(b.from)));
