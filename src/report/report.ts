import type { FollowUp } from './follow-up.ts';
import type { Privacy } from './privacy.ts';

export type ReportKind = 'pengaduan' | 'aspirasi' | 'permintaan_informasi';

/** Who filed it. Leaves the city only where the adapter's declared fields allow it, and never for an anonymous report. */
export interface Reporter {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly nik: string | null;
}

export interface Location {
  readonly address: string | null;
  readonly district: string | null;
  readonly village: string | null;
  /** Decimal degrees as the local side wrote them. */
  readonly latitude: string | null;
  readonly longitude: string | null;
}

/** A file as announced; `name`, `mimeType` and `sizeBytes` are hints of the other side, not facts. */
export interface Attachment {
  readonly url: string;
  readonly name: string | null;
  readonly mimeType: string | null;
  readonly sizeBytes: number | null;
}

/** One report as the local side holds it. Texts are cleaned (`cleanText`), ids are text, times are epoch milliseconds. */
export interface Report {
  readonly localId: string;
  readonly ticket: string | null;
  readonly title: string;
  readonly text: string;
  readonly kind: ReportKind;
  readonly category: string | null;
  readonly severity: string | null;
  readonly status: string | null;
  /** Name or code of the OPD it was given to. */
  readonly institution: string | null;
  /** `YYYY-MM-DD`. */
  readonly incidentDate: string | null;
  readonly location: Location;
  readonly reporter: Reporter;
  readonly privacy: Privacy;
  readonly attachments: readonly Attachment[];
  /** `null`: this reading did not carry them (a list without answers); ask for the single report. */
  readonly responses: readonly FollowUp[] | null;
  /** LAPOR! tracking id that the local side already carries. */
  readonly nationalId: string | null;
  readonly nationalStatus: string | null;
  /** Reference that the bridge itself set when it created the report. */
  readonly externalRef: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
}
