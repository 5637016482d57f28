import type { NationalReporter } from './national-complaint.ts';

/** A file that somebody attaches on the national side. */
export interface NationalFileInput {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What a citizen writes on LAPOR!'s own site. Everything left out is unknown, not private, without institution. */
export interface NationalReportInput {
  readonly title: string;
  /** May hold HTML, as the site's editor leaves it. */
  readonly content: string;
  /** `YYYY-MM-DD`; left out: the day of filing. */
  readonly dateOfIncident?: string;
  /** Already disposed to this institution. */
  readonly institutionId?: number;
  readonly classificationId?: number;
  readonly categoryId?: number;
  readonly location?: string;
  readonly anonymous?: boolean;
  readonly secret?: boolean;
  readonly reporter?: NationalReporter;
  readonly channelName?: string;
  readonly attachments?: readonly NationalFileInput[];
}
