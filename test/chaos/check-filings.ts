import type { LocalReport } from '../../src/simulate/local-report.ts';
import { complaintOf, type Histories, isBornHere } from './histories.ts';

/** The institution that the city's map names for PLN, which is none of its own. */
const PLN_ID = '9920001';
const WITHHELD = /^Catatan: \d+ lampiran tidak diteruskan/m;

/** Every report is filed once, with its own title, its files, and passed on where it is another's. */
export function checkFilings(histories: Histories): readonly string[] {
  const { site, local, national } = histories;
  const reports = local.reports.filter(isBornHere);
  const counts = new Map<string, number>();
  for (const { kind, detail } of national.effects) {
    if (kind === 'create') counts.set(detail, (counts.get(detail) ?? 0) + 1);
  }
  const known = new Set(reports.map(({ id }) => `[Ref: ${site}-${id}]`));
  const phantoms = [...counts.keys()].filter((reference) => !known.has(reference));
  return [
    ...phantoms.map((reference) => `I4 phantom: ${reference}`),
    ...reports.flatMap((report) => filedOnce(report, counts.get(`[Ref: ${site}-${report.id}]`) ?? 0)),
    ...reports.flatMap((report) => [...isWhole(histories, report), ...passedOn(histories, report)]),
  ];
}

function filedOnce({ id }: LocalReport, times: number): readonly string[] {
  if (times === 0) return [`I1 lost: report ${id}`];
  return times > 1 ? [`I2 twice: report ${id} was filed ${times} times`] : [];
}

function isWhole(histories: Histories, report: LocalReport): readonly string[] {
  const complaint = complaintOf(histories, report);
  if (complaint === undefined) return [];
  const violations: string[] = [];
  if (complaint.title !== report.judul) violations.push(`I4 report ${report.id} was filed as "${complaint.title}"`);
  // Two photos that differ in nothing but what was taken off are one.
  const kinds = new Set(report.lampiran.map(({ mime }) => mime)).size;
  if (complaint.attachments.length < kinds && !WITHHELD.test(complaint.content))
    violations.push(`I1 lost: ${complaint.attachments.length} of ${kinds} files of report ${report.id}`);
  return violations;
}

function passedOn(histories: Histories, report: LocalReport): readonly string[] {
  const complaint = complaintOf(histories, report);
  if (complaint === undefined) return [];
  const rejects = histories.national.effects.filter(({ kind, id }) => kind === 'reject' && id === complaint.id);
  const wanted = report.opd === 'PLN' ? [PLN_ID] : [];
  const targets = rejects.map(({ detail }) => detail);
  if (targets.join() === wanted.join()) return [];
  if (targets.length < wanted.length) return [`I1 lost: passing on of report ${report.id}`];
  return [`I2 twice: report ${report.id} was passed on to ${targets}`];
}
