import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/deadlines/add-working-days.ts';
import { shippedHolidays } from './shipped-holidays.ts';

const HOLIDAYS = shippedHolidays();
const DATE = 'yyyy-MM-dd';

// Counted on a calendar of 2026, not by the code: 1 January is a Thursday, 1 March a Sunday, 1 July a Wednesday.
const COUNTED: readonly (readonly [why: string, from: string, count: number, expected: string])[] = [
  ['the next day', '2026-07-06', 1, '2026-07-07'],
  ['a week, over a weekend', '2026-07-06', 5, '2026-07-13'],
  ['three weeks', '2026-07-06', 14, '2026-07-24'],
  ['twelve weeks, two of whose Mondays and Tuesdays are holidays', '2026-07-06', 60, '2026-09-30'],
  ['from a Friday', '2026-07-10', 1, '2026-07-13'],
  ['from a Saturday', '2026-07-11', 1, '2026-07-13'],
  ['from a Sunday', '2026-07-12', 1, '2026-07-13'],
  ['from a Saturday to the end of the week', '2026-07-11', 5, '2026-07-17'],
  ['no days at all, whatever the day is', '2026-07-11', 0, '2026-07-11'],

  ['New Year’s Day', '2025-12-31', 1, '2026-01-02'],
  ['New Year’s Day and a weekend', '2025-12-31', 3, '2026-01-06'],
  ['from New Year’s Day', '2026-01-01', 1, '2026-01-02'],
  ['a long weekend of Isra Mikraj', '2026-01-15', 1, '2026-01-19'],
  ['a week with Isra Mikraj', '2026-01-12', 5, '2026-01-20'],
  ['Isra Mikraj between the days', '2026-01-14', 3, '2026-01-20'],

  ['the four days of Imlek', '2026-02-13', 1, '2026-02-18'],
  ['to the end of the week of Imlek', '2026-02-13', 3, '2026-02-20'],
  ['Imlek behind one working day', '2026-02-12', 3, '2026-02-19'],
  ['from the cuti bersama of Imlek', '2026-02-16', 1, '2026-02-18'],
  ['from Imlek', '2026-02-17', 5, '2026-02-24'],

  ['the Monday before Nyepi and Lebaran', '2026-03-13', 1, '2026-03-16'],
  ['the last working day before Lebaran', '2026-03-13', 2, '2026-03-17'],
  ['Lebaran, the third day falling behind it', '2026-03-13', 3, '2026-03-25'],
  ['Lebaran, the fifth day falling behind it', '2026-03-13', 5, '2026-03-27'],
  ['one day, before Lebaran', '2026-03-16', 1, '2026-03-17'],
  ['two days, around Lebaran', '2026-03-16', 2, '2026-03-25'],
  ['three days, around Lebaran', '2026-03-16', 3, '2026-03-26'],
  ['five days, around Lebaran', '2026-03-16', 5, '2026-03-30'],
  ['seven days off in a row', '2026-03-17', 1, '2026-03-25'],
  ['three days behind Lebaran', '2026-03-17', 3, '2026-03-27'],
  ['five days behind Lebaran', '2026-03-17', 5, '2026-03-31'],
  ['fourteen days, over Lebaran and Good Friday', '2026-03-17', 14, '2026-04-14'],
  ['from the cuti bersama of Nyepi', '2026-03-18', 1, '2026-03-25'],
  ['from the cuti bersama before Lebaran', '2026-03-20', 3, '2026-03-27'],
  ['from the first day of Lebaran', '2026-03-21', 3, '2026-03-27'],
  ['from the second day of Lebaran', '2026-03-22', 1, '2026-03-25'],
  ['from the last cuti bersama of Lebaran', '2026-03-24', 5, '2026-03-31'],
  ['from the first working day behind Lebaran', '2026-03-25', 1, '2026-03-26'],
  ['into April', '2026-03-25', 5, '2026-04-01'],

  ['a week with Good Friday', '2026-03-27', 5, '2026-04-06'],
  ['Good Friday and Easter, which is a Sunday', '2026-04-02', 1, '2026-04-06'],
  ['from Good Friday', '2026-04-03', 3, '2026-04-08'],

  ['Labour Day', '2026-04-30', 1, '2026-05-04'],
  ['Ascension and its cuti bersama', '2026-05-12', 3, '2026-05-19'],
  ['the four days of Ascension', '2026-05-13', 1, '2026-05-18'],
  ['Ascension, Idul Adha, Waisak and Pancasila', '2026-05-11', 14, '2026-06-05'],
  ['Idul Adha, and Pancasila behind a weekend', '2026-05-25', 3, '2026-06-02'],
  ['Idul Adha and its cuti bersama', '2026-05-26', 1, '2026-05-29'],
  ['the one working day between two long pauses', '2026-05-26', 2, '2026-06-02'],
  ['Waisak, a Sunday, and Pancasila', '2026-05-29', 1, '2026-06-02'],
  ['from the Saturday before Waisak', '2026-05-30', 1, '2026-06-02'],
  ['from Waisak', '2026-05-31', 3, '2026-06-04'],

  ['1 Muharam', '2026-06-15', 1, '2026-06-17'],
  ['a weekend and 1 Muharam', '2026-06-12', 3, '2026-06-18'],
  ['from 1 Muharam', '2026-06-16', 5, '2026-06-23'],

  ['the long weekend of Independence Day', '2026-08-14', 1, '2026-08-18'],
  ['to the eve of Maulid', '2026-08-14', 5, '2026-08-24'],
  ['Independence Day and Maulid', '2026-08-14', 6, '2026-08-26'],
  ['Maulid', '2026-08-24', 1, '2026-08-26'],
  ['a weekend and Maulid', '2026-08-21', 3, '2026-08-27'],
  ['from Independence Day into September', '2026-08-17', 14, '2026-09-07'],

  ['two days before Natal and one behind it', '2026-12-21', 3, '2026-12-28'],
  ['the eve of the cuti bersama of Natal', '2026-12-22', 1, '2026-12-23'],
  ['the four days of Natal', '2026-12-23', 1, '2026-12-28'],
  ['three days behind Natal', '2026-12-23', 3, '2026-12-30'],
  ['from the cuti bersama of Natal', '2026-12-24', 1, '2026-12-28'],
  ['from the Saturday behind Natal', '2026-12-26', 1, '2026-12-28'],
  ['into a year whose holidays nobody has listed yet', '2026-12-25', 5, '2027-01-01'],
  ['over the turn of the year', '2026-12-28', 5, '2027-01-04'],
  ['from the last day of the year', '2026-12-31', 1, '2027-01-01'],
  ['a leap day', '2028-02-28', 1, '2028-02-29'],
];

describe('addWorkingDays()', () => {
  it.each(COUNTED)('counts %s: %s and %i', (_, from, count, expected) => {
    expect(addWorkingDays(from, count, HOLIDAYS)).toBe(expected);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-04'],
    ['2026-12-28', 5, '2027-01-05'],
  ])('leaves out New Year’s Day 2027 once it is listed: %s and %i', (from, count, expected) => {
    expect(addWorkingDays(from, count, new Set([...HOLIDAYS, '2027-01-01']))).toBe(expected);
  });

  it('counts every weekday where no holiday is known', () => {
    expect(addWorkingDays('2026-03-17', 5, new Set())).toBe('2026-03-24');
  });

  it('ends on a working day with exactly that many behind the first', () => {
    const day = fc.nat(364).map((at) => DateTime.utc(2026).plus({ days: at }));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const last = addWorkingDays(from.toFormat(DATE), count, HOLIDAYS);
        const days: string[] = [];
        for (let at = from.plus({ days: 1 }); at.toFormat(DATE) <= last; at = at.plus({ days: 1 })) {
          if (at.weekday <= 5 && !HOLIDAYS.has(at.toFormat(DATE))) days.push(at.toFormat(DATE));
        }
        expect(days).toHaveLength(count);
        expect(days.at(-1)).toBe(last);
      }),
    );
  });
});
