import type { LocalReport } from '../../src/simulate/local-report.ts';
import type { NationalComplaint } from '../../src/simulate/national-complaint.ts';
import { NATIONAL_STATUS } from '../../src/simulate/national-status.ts';
import { complaintOf, type Histories } from './histories.ts';

interface Written {
  readonly lapor_id: string | number;
  /** Left out as long as it is not known. */
  readonly lapor_status?: string;
}

/** Every report shows its own number and LAPOR!'s last status, was never told what was not so, and nothing twice in a row. */
export function checkWriteBacks(histories: Histories): readonly string[] {
  return histories.local.reports.flatMap((report) => {
    const complaint = complaintOf(histories, report);
    if (complaint === undefined) return [];
    const written = histories.local.effects
      .filter(({ kind, id }) => kind === 'write-back' && id === report.id)
      .map(({ detail }) => JSON.parse(detail) as Written);
    return [...shows(report, complaint), ...told(report, complaint, written)];
  });
}

function shows(report: LocalReport, complaint: NationalComplaint): readonly string[] {
  const violations: string[] = [];
  if (String(report.lapor_id) !== String(complaint.id))
    violations.push(`I1 lost: number of report ${report.id} (${report.lapor_id}, not ${complaint.id})`);
  if (report.lapor_status !== complaint.statusName)
    violations.push(`I1 lost: status of report ${report.id} (${report.lapor_status}, not ${complaint.statusName})`);
  return violations;
}

/** A status was told only after LAPOR! had it, and the older never after the newer. */
function told(report: LocalReport, complaint: NationalComplaint, written: readonly Written[]): readonly string[] {
  const story = [NATIONAL_STATUS.unverified, ...complaint.logs.map(({ statusNew }) => statusNew)] as readonly string[];
  const violations: string[] = [];
  let [place, last] = [0, ''];
  for (const { lapor_id: number, lapor_status: status } of written) {
    if (String(number) !== String(complaint.id)) violations.push(`I7 report ${report.id} was told ${number}`);
    const words = [number, ...(status === undefined ? [] : [status])].join(' ');
    if (last === words) violations.push(`I2 twice: report ${report.id} was told ${words} again`);
    last = words;
    if (status === undefined) continue;
    const next = story.indexOf(status, place);
    if (next === -1) violations.push(`I12 report ${report.id} was told ${status} after ${story[place]}`);
    else place = next;
  }
  return violations;
}
