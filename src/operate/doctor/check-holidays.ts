import type { Config } from '../../config/to-config.ts';
import { dateInZone } from '../../report/format-time.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

/** The year's decree (SKB) is out long before that, and deadlines of December end in January. */
const ASKED_FROM_MONTH = '12';

/** Whether the days off are known as far as deadlines reach. */
export function checkHolidays(
  config: Pick<Config, 'locale' | 'timezone' | 'maps'>,
  now: number,
): readonly DoctorFinding[] {
  const { locale, timezone, maps } = config;
  const [year = '', month = ''] = dateInZone(now, timezone).split('-');
  const wanted = [year, ...(month >= ASKED_FROM_MONTH ? [String(Number(year) + 1)] : [])];
  return wanted
    .filter((name) => maps.holidays[name] === undefined)
    .map((name) => ({
      check: 'holidays',
      severity: 'error',
      meaning: say(locale, 'doctor.holidays', { year: name }),
      repair: say(locale, 'doctor.holidays.repair', { year: name }),
    }));
}
