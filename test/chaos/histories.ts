import type { Effect } from '../../src/simulate/effect.ts';
import type { LocalReport } from '../../src/simulate/local-report.ts';
import type { NationalComplaint } from '../../src/simulate/national-complaint.ts';
import type { RequestRecord } from '../../src/simulate/request-record.ts';

/** What both systems hold and what was done to them, by their own account: the bridge's word counts for nothing here. */
export interface Histories {
  readonly site: string;
  readonly local: { readonly reports: readonly LocalReport[]; readonly effects: readonly Effect[] };
  readonly national: {
    readonly complaints: readonly NationalComplaint[];
    readonly effects: readonly Effect[];
    readonly requests: readonly Pick<RequestRecord, 'operation' | 'body'>[];
  };
}

/** The complaint that a report became or came from; of one that was filed twice nothing more is worth saying. */
export function complaintOf({ site, national }: Histories, report: LocalReport): NationalComplaint | undefined {
  const reference = `[Ref: ${site}-${report.id}]`;
  const isIts = isBornHere(report)
    ? ({ content }: NationalComplaint) => firstLine(content) === reference
    : ({ id }: NationalComplaint) => report.external_ref === bornThere(id);
  const [complaint, ...others] = national.complaints.filter(isIts);
  return others.length === 0 ? complaint : undefined;
}

export function isBornHere(report: LocalReport): boolean {
  return report.external_ref === null;
}

/** How a report that was born at LAPOR! is marked here. */
export function bornThere(complaintId: number): string {
  return `lapor:${complaintId}`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
