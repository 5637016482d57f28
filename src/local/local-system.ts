import type { Gate } from '../http/gate.ts';
import type { Read, SendResult } from '../http/outcome.ts';
import type { SendContext } from '../http/send-context.ts';
import type { Privacy } from '../report/privacy.ts';
import type { RejectedRow } from '../report/rejected-row.ts';
import type { Attachment, Location, Report, Reporter, ReportKind } from '../report/report.ts';

export interface LocalPage {
  readonly reports: readonly Report[];
  readonly rejected: readonly RejectedRow[];
  /** Number of rows the page had, readable or not. */
  readonly rowCount: number;
  /** False: the other side said or showed that this is the last page. */
  readonly more: boolean;
}

/** What is written back to a report of the local side. `localStatus: null` leaves its own status alone. */
export interface WriteBack {
  readonly nationalId: string;
  /** LAPOR!'s own status name, verbatim; `null` before the first reading. */
  readonly nationalStatus: string | null;
  readonly nationalUrl: string;
  readonly localStatus: string | null;
}

export interface NewResponse {
  readonly text: string;
  readonly institution: string | null;
  readonly attachments: readonly Attachment[];
  readonly externalRef: string;
}

/** A report that was born at LAPOR!, as it is made locally. Number, status and link follow by a write-back. */
export interface NewReport {
  readonly title: string;
  readonly text: string;
  readonly kind: ReportKind;
  readonly category: string | null;
  readonly institution: string | null;
  /** `YYYY-MM-DD`. */
  readonly incidentDate: string | null;
  readonly location: Pick<Location, 'address'>;
  /** `null`: nobody is named. */
  readonly reporter: Pick<Reporter, 'name' | 'email' | 'phone'> | null;
  readonly privacy: Privacy;
  readonly attachments: readonly Attachment[];
  readonly externalRef: string;
}

/** A kind of write, by the name that its delivery has. */
export type LocalWrite = 'report' | 'write-back' | 'response';

/** The port to a city's own complaint application. */
export interface LocalSystem {
  readonly gate: Gate;
  /** Writes that this application takes in no way. They are never asked of it: a person is told what is owed. */
  readonly lacks: ReadonlySet<LocalWrite>;
  /** One page (from 1) of reports changed at or after `sinceMs`, oldest change first. */
  readPage(query: { readonly sinceMs: number; readonly page: number }, stop: AbortSignal): Promise<Read<LocalPage>>;
  /** One report with its responses; `null` where the local side says there is none. */
  readReport(localId: string, stop: AbortSignal): Promise<Read<Report | null>>;
  /** Reports that carry this reference of ours. */
  findByExternalRef(externalRef: string, stop: AbortSignal): Promise<Read<readonly Report[]>>;
  /** Bytes of an attachment, at most `maxBytes` (a longer one is the failure `refused` with detail `too-large`). */
  fetchAttachment(url: string, maxBytes: number, stop: AbortSignal): Promise<Read<Uint8Array>>;
  /** Gives the id of the new report. */
  createReport(report: NewReport, context: SendContext): Promise<SendResult<string>>;
  writeBack(localId: string, values: WriteBack, context: SendContext): Promise<SendResult<null>>;
  /** Gives the id of the new response, `null` where the answer was accepted and named none. */
  addResponse(localId: string, response: NewResponse, context: SendContext): Promise<SendResult<string | null>>;
  /** Ends what it holds open. Nothing may be asked of it any more. */
  close(): void | Promise<void>;
}
