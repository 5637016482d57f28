import { care } from './care.ts';
import { elsewhere } from './elsewhere.ts';
import { environment } from './environment.ts';
import { completeReports, type MadeUpReport } from './made-up-report.ts';
import { oddities } from './oddities.ts';
import { order } from './order.ts';
import { questions } from './questions.ts';
import { roads } from './roads.ts';
import { services } from './services.ts';
import { traffic } from './traffic.ts';
import { wishes } from './wishes.ts';

/**
 * A week of reports in the application of Kota Tirtamulya, a city that does not exist, in the order they were filed.
 * Nobody in them is real: every NIK begins with 99, telephone numbers are 0800-0000-xxxx or 0812-0000-xxxx.
 */
export function madeUpReports(): readonly MadeUpReport[] {
  return completeReports([
    ...roads,
    ...traffic,
    ...environment,
    ...order,
    ...services,
    ...care,
    ...wishes,
    ...questions,
    ...elsewhere,
    ...oddities,
  ]);
}
