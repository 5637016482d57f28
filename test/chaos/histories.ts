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

/** The complaint that a report became; the first where there are several. */
export function complaintOf({ site, national }: Histories, report: LocalReport): NationalComplaint | undefined {
  const reference = `[Ref: ${site}-${report.id}]`;
  return national.complaints.find(({ content }) => firstLine(content) === reference);
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
