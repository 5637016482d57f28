import type { Report } from '../../report/report.ts';

/** What the row shows of a national number and its status was written there by somebody: by an earlier ledger, perhaps. */
export function shownNumber(report: Report, nationalId: string | null) {
  const isShown = nationalId !== null && report.nationalId === nationalId;
  return {
    writtenNationalId: isShown ? nationalId : null,
    writtenStatus: isShown ? report.nationalStatus : null,
  };
}
