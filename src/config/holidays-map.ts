import * as z from 'zod';
import { calendarDate } from './calendar-date.ts';
import { isRecord } from './is-record.ts';
import { lineText } from './line-text.ts';
import { section } from './section.ts';

const days = z.record(calendarDate, lineText);

const year = section({ national: days, cutiBersama: days.nullish().transform((found) => found ?? {}) });

/** `holidays.yaml`: days off by year, as the yearly joint decree (SKB) lists them. */
export const holidaysMap = z.record(z.string().regex(/^\d{4}$/, 'must be a year, YYYY'), year).superRefine(
  (years, context) => {
    for (const [name, lists] of Object.entries(years)) {
      for (const path of strayDays(name, lists)) {
        context.addIssue({ code: 'custom', path, message: `is not a day of ${name}` });
      }
    }
  },
  { when: ({ value }) => isRecord(value) },
);

/** Paths of days that stand under another year than their own. */
function strayDays(yearName: string, lists: unknown): readonly PropertyKey[][] {
  if (!isRecord(lists)) return [];
  return Object.entries(lists).flatMap(([list, listed]) =>
    Object.keys(isRecord(listed) ? listed : {})
      .filter((day) => /^\d{4}-/.test(day) && !day.startsWith(`${yearName}-`))
      .map((day) => [yearName, list, day]),
  );
}
