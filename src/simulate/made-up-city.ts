import { madeUpCityCare } from './made-up-city-care.ts';
import { madeUpCityCitizens } from './made-up-city-citizens.ts';
import { madeUpCityElsewhere } from './made-up-city-elsewhere.ts';
import { madeUpCityEnvironment } from './made-up-city-environment.ts';
import { madeUpCityOddities } from './made-up-city-oddities.ts';
import { madeUpCityOrder } from './made-up-city-order.ts';
import { madeUpCityQuestions } from './made-up-city-questions.ts';
import { madeUpCityRoads } from './made-up-city-roads.ts';
import { madeUpCityServices } from './made-up-city-services.ts';
import { madeUpCityTraffic } from './made-up-city-traffic.ts';
import { madeUpCityWishes } from './made-up-city-wishes.ts';
import { completeReport, type MadeUpReport } from './made-up-report.ts';

/**
 * A week of reports in the application of Kota Tirtamulya, a city that does not exist, in the order they were filed.
 * Nobody in them is real: every NIK begins with 99, telephone numbers are 0800-0000-xxxx or 0812-0000-xxxx.
 */
export function madeUpReports(): readonly MadeUpReport[] {
  const drafts = [
    ...madeUpCityRoads,
    ...madeUpCityTraffic,
    ...madeUpCityEnvironment,
    ...madeUpCityOrder,
    ...madeUpCityServices,
    ...madeUpCityCare,
    ...madeUpCityWishes,
    ...madeUpCityQuestions,
    ...madeUpCityElsewhere,
    ...madeUpCityOddities,
  ];
  return drafts.map(completeReport).sort(byTimeFiled);
}

/** Reports of the same week that citizens filed with LAPOR! itself; the text may be HTML, as its editor stores it. */
export function citizenReports(): readonly MadeUpReport[] {
  return madeUpCityCitizens.map(completeReport).sort(byTimeFiled);
}

function byTimeFiled(one: MadeUpReport, other: MadeUpReport): number {
  return one.dayFiled - other.dayFiled || one.minuteFiled - other.minuteFiled;
}
