import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Year = Readonly<Record<'national' | 'cutiBersama', Readonly<Record<string, string>>>>;

/** Every day off that config/holidays.yaml names. */
export function shippedHolidays(): ReadonlySet<string> {
  const years: Readonly<Record<string, Year>> = parse(readFileSync('config/holidays.yaml', 'utf8'));
  const dates = Object.values(years).flatMap((year) => [year.national, year.cutiBersama].flatMap(Object.keys));
  return new Set(dates);
}
