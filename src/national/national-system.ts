import type { Gate } from '../http/gate.ts';
import type { Read, SendResult } from '../http/outcome.ts';
import type { SendContext } from '../http/send-context.ts';
import type { Privacy } from '../report/privacy.ts';
import type { RejectedRow } from '../report/rejected-row.ts';
import type { Attachment } from '../report/report.ts';

/** A cleaned file, ready to leave the city. */
export interface OutgoingFile {
  readonly bytes: Uint8Array;
  /** Made by us: the citizen's own file name never leaves. */
  readonly fileName: string;
  readonly mimeType: string;
}

/** A report as it is filed nationally: the only facts that leave the city. */
export interface NationalReport {
  readonly title: string;
  /** First line is our reference. */
  readonly content: string;
  readonly classificationId: number;
  readonly categoryId: number;
  readonly institutionId: number;
  /** `YYYY-MM-DD`. */
  readonly incidentDate: string;
  readonly anonymous: boolean;
  readonly secret: boolean;
  /** Ids that `upload` gave. */
  readonly attachmentIds: readonly string[];
  /** Names the reporter; `null`: the service account files. */
  readonly reporter: { readonly name: string; readonly email: string | null; readonly phone: string | null } | null;
}

export interface NationalFollowUp {
  readonly nationalId: string;
  /** Last line is our reference. */
  readonly content: string;
  readonly fromInstitutionId: number;
  readonly toInstitutionId: number;
  readonly secret: boolean;
  readonly files: readonly OutgoingFile[];
}

/** One line of what happened to a report there; placeholders filled, plain text. */
export interface NationalLogEntry {
  readonly id: string | null;
  readonly at: number | null;
  readonly text: string;
  readonly fromInstitution: string | null;
  readonly toInstitution: string | null;
  readonly toInstitutionId: string | null;
  readonly statusBefore: string | null;
  readonly statusAfter: string | null;
}

/** A national report as E6 tells it. Logs are sorted by time, then id. */
export interface NationalDetail {
  /** LAPOR!'s status name, verbatim. */
  readonly statusName: string | null;
  readonly institutionId: string | null;
  readonly institutionName: string | null;
  readonly log: readonly NationalLogEntry[];
  /** Moves exactly when the answer says something new. */
  readonly fingerprint: string;
}

/** One answer as E7 tells it. */
export interface NationalAnswer {
  readonly id: string;
  /** Plain text. */
  readonly text: string;
  readonly institution: string | null;
  readonly template: string | null;
  readonly attachments: readonly Attachment[];
  readonly createdAt: number | null;
}

/** Every page of E7. `unreadable` counts answers that could not be read; the others are given all the same. */
export interface NationalAnswers {
  readonly answers: readonly NationalAnswer[];
  readonly unreadable: number;
}

export interface Institution {
  readonly id: string;
  readonly name: string;
}

/** One report as the optional list tells it. Texts are plain text. */
export interface NationalListed {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** LAPOR!'s status name, verbatim. */
  readonly statusName: string | null;
  readonly classificationId: string | null;
  readonly categoryId: string | null;
  readonly institutionId: string | null;
  readonly institutionName: string | null;
  /** `YYYY-MM-DD`. */
  readonly incidentDate: string | null;
  readonly location: string | null;
  /** A flag that is missing or not understood hides. */
  readonly privacy: Privacy;
  /** Never of an anonymous report, whatever the list says. */
  readonly reporter: { readonly name: string | null; readonly email: string | null; readonly phone: string | null };
  readonly attachments: readonly Attachment[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** One page of the list. */
export interface NationalListPage {
  readonly reports: readonly NationalListed[];
  readonly rejected: readonly RejectedRow[];
  readonly more: boolean;
}

export interface NationalListQuery {
  /** `null`: of every institution that our account may see. */
  readonly institutionId: number | null;
  /** Changed at or after this moment, oldest change first. */
  readonly sinceMs: number;
  /** From 1. */
  readonly page: number;
}

/** The port to SP4N-LAPOR!. */
export interface NationalSystem {
  readonly gate: Gate;
  /**
   * A page of the optional list: shows reports born there, and whether a create of unknown outcome arrived. `null`: there is
   * no list, and a person settles such a create.
   */
  readonly listInbox: ((query: NationalListQuery, stop: AbortSignal) => Promise<Read<NationalListPage>>) | null;
  /** A cheap read that tells whether the side answers properly. */
  ping(stop: AbortSignal): Promise<Read<null>>;
  institutions(stop: AbortSignal): Promise<Read<readonly Institution[]>>;
  /** E6; `null` where LAPOR! says there is no such report. */
  detail(nationalId: string, stop: AbortSignal): Promise<Read<NationalDetail | null>>;
  /** E7, every page; only a complete reading is `ok`. */
  answers(nationalId: string, stop: AbortSignal): Promise<Read<NationalAnswers>>;
  /** E3: harmless to repeat. Ids of the stored files; may be fewer than were sent. */
  upload(files: readonly OutgoingFile[], stop: AbortSignal): Promise<Read<readonly string[]>>;
  /** E4: gives the tracking id. */
  create(report: NationalReport, context: SendContext): Promise<SendResult<string>>;
  /** E5: passes the report on to the institution that has authority. */
  reject(nationalId: string, targetInstitutionId: number, context: SendContext): Promise<SendResult<null>>;
  /** E8: gives no id; E7 shows the answer later. */
  addFollowUp(followUp: NationalFollowUp, context: SendContext): Promise<SendResult<null>>;
  /** Public page of a report. */
  publicUrl(nationalId: string): string;
  close(): void;
}
