import type { LocalReport } from '../../src/simulate/local-report.ts';
import { complaintOf, type Histories } from './histories.ts';
import { RESIDENT, residentName } from './resident-name.ts';

/** Both flags arrive as they were set, and nobody who wanted no name to be known is named in any byte that left. */
export function checkPrivacy(histories: Histories): readonly string[] {
  const { local, national } = histories;
  const anonymous = new Set(local.reports.flatMap(({ anonim, pelapor }) => (anonim ? (pelapor?.nama ?? []) : [])));
  return [
    ...local.reports.flatMap((report) => flagsOf(histories, report)),
    ...national.requests.flatMap(({ operation, body }) => {
      const named = [...body.toString('latin1').matchAll(RESIDENT)].flatMap(([, index]) => index ?? []);
      // A file that was cleaned names nobody at all.
      const told = operation === 'upload' ? named : named.filter((index) => anonymous.has(residentName(Number(index))));
      return told.map((index) => `I20 resident ${index} is named in ${operation}`);
    }),
  ];
}

function flagsOf(histories: Histories, report: LocalReport): readonly string[] {
  const complaint = complaintOf(histories, report);
  if (complaint === undefined) return [];
  const { anonymous, secret } = complaint;
  if (anonymous === report.anonim && secret === report.rahasia) return [];
  return [`I19 report ${report.id}: anonymous ${anonymous}, secret ${secret}`];
}
