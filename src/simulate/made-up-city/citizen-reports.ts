import { citizens } from './citizens.ts';
import { completeReports, type MadeUpReport } from './made-up-report.ts';

/** Reports of the same week that citizens filed with LAPOR! itself; the text may be HTML, as its editor stores it. */
export function citizenReports(): readonly MadeUpReport[] {
  return completeReports(citizens);
}
