/** An institution of the simulated LAPOR!. */
export interface NationalInstitution {
  readonly id: number;
  readonly name: string;
}

/** A file that LAPOR! holds. */
export interface NationalFile {
  /** What E3 names. */
  readonly id: number;
  readonly fileName: string;
  /** Without the dot, lower case. */
  readonly extension: string;
}

/** One entry of E6's `data_logs`, before it is rendered. */
export interface NationalLog {
  readonly id: number;
  readonly date: string;
  /** A template with placeholders, and HTML. */
  readonly content: string;
  readonly from: NationalInstitution | null;
  readonly to: NationalInstitution | null;
  readonly statusOld: string;
  readonly statusNew: string;
}

/** One entry of E7, before it is rendered. */
export interface NationalFollowUp {
  readonly id: number;
  readonly createdAt: string;
  readonly templateCode: string;
  readonly templateContent: string;
  /** As E7 shows it: HTML. */
  readonly content: string;
  /** What E8 received, verbatim; `null` where an officer wrote it. */
  readonly received: string | null;
  readonly secret: boolean;
  readonly from: NationalInstitution | null;
  readonly to: NationalInstitution | null;
  readonly attachments: readonly NationalFile[];
}

export interface NationalReporter {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A complaint as LAPOR! holds it. Times: `d-m-Y H:i:s`, Asia/Jakarta. */
export interface NationalComplaint {
  /** The Tracking ID, 7 digits. */
  readonly id: number;
  /** `api`: filed by E4. */
  readonly origin: 'api' | 'citizen';
  readonly title: string;
  readonly content: string;
  readonly statusName: string;
  readonly channel: number | null;
  readonly channelName: string;
  readonly classificationId: number | null;
  readonly categoryId: number | null;
  readonly locationId: number | null;
  readonly location: string;
  readonly disposition: NationalInstitution | null;
  /** `YYYY-MM-DD`. */
  readonly dateOfIncident: string;
  readonly anonymous: boolean;
  readonly secret: boolean;
  readonly tags: string;
  readonly reporter: NationalReporter | null;
  readonly attachments: readonly NationalFile[];
  readonly logs: readonly NationalLog[];
  readonly followUps: readonly NationalFollowUp[];
  readonly createdAtMs: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}
