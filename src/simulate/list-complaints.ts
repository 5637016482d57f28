import type { Answer } from './answer.ts';
import type { NationalComplaint } from './national-complaint.ts';
import { nationalFailure } from './national-failure.ts';
import { nationalPage } from './national-page.ts';
import type { NationalState } from './national-state.ts';
import { readSince } from './read-since.ts';
import { renderListRow } from './render-list-row.ts';
import { wholeNumber } from './whole-number.ts';

export interface ListOptions {
  readonly state: NationalState;
  readonly zone: string;
  readonly path: string;
  readonly pageSizeMax: number;
  /** A complaint younger than this is not in the list yet. */
  readonly lagMs: number;
  readonly now: () => number;
  /** Where this server serves files, known once it listens. */
  readonly filesUrl: () => string;
}

/** The optional list (LAPOR! contract): complaints of one institution, or of all, oldest change first. */
export function listComplaints(query: URLSearchParams, options: ListOptions): Answer {
  const { state, path, pageSizeMax } = options;
  const sinceText = query.get('updated_since');
  const sinceMs = sinceText === null ? null : readSince(sinceText, options.zone);
  if (sinceText !== null && sinceMs === null) return nationalFailure(422, 'updated_since tidak dikenal');
  const institutionId = query.has('institution_id') ? Number(query.get('institution_id')) : null;
  const newestMs = options.now() - options.lagMs;
  const isListed = (complaint: NationalComplaint | undefined): complaint is NationalComplaint =>
    complaint !== undefined &&
    complaint.createdAtMs <= newestMs &&
    (institutionId === null || complaint.disposition?.id === institutionId);
  const rows = state
    .changedSince(sinceMs)
    .map((id) => state.complaints.get(id))
    .filter(isListed);
  const filesUrl = options.filesUrl();
  const size = Math.min(wholeNumber(query.get('page_size'), pageSizeMax), pageSizeMax);
  return nationalPage(rows, { query, path, size, render: (complaint) => renderListRow(complaint, filesUrl) });
}
