import type { LocalReport } from './local-report.ts';
import type { NationalComplaint } from './national-complaint.ts';
import { NATIONAL_STATUS } from './national-status.ts';

/** Something that somebody does next. */
export type LiveStep =
  | { readonly step: 'verify' | 'answer-nationally' | 'close'; readonly id: number }
  | { readonly step: 'dispose'; readonly id: number; readonly institutionId: number }
  | { readonly step: 'answer-locally'; readonly id: number; readonly opd: string | null }
  | { readonly step: 'file-report' }
  | { readonly step: 'file-citizen-report' };

/** How likely a step is at one tick, from 0 to 1: at a tick a second, 0.2 means a wait of five seconds on average. */
const CHANCES = {
  verify: 0.2,
  answer: 0.12,
  close: 0.1,
  answerLocally: 0.01,
  report: 0.05,
  citizenReport: 0.02,
} as const;

export interface LiveFacts {
  readonly complaints: readonly NationalComplaint[];
  readonly reports: readonly LocalReport[];
  /** Where complaints without an institution are disposed to. */
  readonly institutionId: number;
}

/** What happens at this tick: each open complaint may move one step on, an OPD may answer, and somebody may file. */
export function decideLiveSteps(facts: LiveFacts, random: () => number): readonly LiveStep[] {
  const filings: LiveStep[] = [];
  if (random() < CHANCES.report) filings.push({ step: 'file-report' });
  if (random() < CHANCES.citizenReport) filings.push({ step: 'file-citizen-report' });
  return [
    ...facts.complaints.flatMap((complaint) => nationalStep(complaint, facts.institutionId, random) ?? []),
    ...facts.reports.flatMap((report) => localStep(report, random) ?? []),
    ...filings,
  ];
}

function nationalStep(complaint: NationalComplaint, institutionId: number, random: () => number): LiveStep | null {
  const { id } = complaint;
  switch (complaint.statusName) {
    case NATIONAL_STATUS.unverified:
      return random() < CHANCES.verify ? { step: 'verify', id } : null;
    case NATIONAL_STATUS.verified:
      if (random() >= CHANCES.answer) return null;
      return complaint.disposition === null
        ? { step: 'dispose', id, institutionId }
        : { step: 'answer-nationally', id };
    case NATIONAL_STATUS.inProgress:
      return random() < CHANCES.close ? { step: 'close', id } : null;
    default:
      return null;
  }
}

/** An OPD answers a report of its own city once. */
function localStep(
  { id, opd, tanggapan, external_ref: externalRef }: LocalReport,
  random: () => number,
): LiveStep | null {
  const isUnanswered = externalRef === null && tanggapan.every(({ penulis }) => penulis !== 'opd');
  return isUnanswered && random() < CHANCES.answerLocally ? { step: 'answer-locally', id, opd } : null;
}
