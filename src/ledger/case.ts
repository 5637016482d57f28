import type { ReportKind } from '../report/report.ts';
import type { BridgeStatus } from '../report/status.ts';

/** How a case is treated: filed nationally, linked to a number it already had, older than `policy.since`, or born there. */
export type CaseRoute = 'file' | 'linked' | 'before-since' | 'national';

/** One report on both sides, without personal data. Times are epoch milliseconds; `null` means not known yet. */
export interface Case {
  readonly id: number;
  readonly route: CaseRoute;
  readonly localId: string | null;
  readonly nationalId: string | null;
  readonly ticket: string | null;
  readonly kind: ReportKind;
  readonly anonymous: boolean;
  readonly secret: boolean;
  readonly category: string | null;
  readonly institution: string | null;
  /** What the ledger last saw of the local side: everything that is news, and the report's own content. */
  readonly localFingerprint: string | null;
  readonly contentFingerprint: string | null;
  readonly localStatus: string | null;
  /** How it was worded in LAPOR!'s list last; `null` where it was never read there, or was not born there. */
  readonly listedWording: string | null;
  readonly nationalFingerprint: string | null;
  /** LAPOR!'s status name, verbatim. */
  readonly nationalStatus: string | null;
  readonly bridgeStatus: BridgeStatus | null;
  readonly nationalInstitution: string | null;
  /** When LAPOR! was last seen to have it back as *bukan wewenang*, with nobody who takes it; `null`: it has not. */
  readonly returnedAt: number | null;
  /** Entries of LAPOR!'s log when it said something new last, and the time of the newest. */
  readonly nationalLogSize: number;
  readonly nationalLogAt: number | null;
  /** Since when every reading shows an older state than was read before; `null`: the last one did not. */
  readonly nationalOlderSince: number | null;
  /** True from when an older ledger is put back until LAPOR! was asked again: its status may be older than the row's. */
  readonly nationalUnread: boolean;
  /** What was last written back to the local side. */
  readonly writtenNationalId: string | null;
  readonly writtenStatus: string | null;
  readonly writtenBridgeStatus: BridgeStatus | null;
  readonly createdAt: number;
  readonly firstSeenAt: number;
  readonly filedAt: number | null;
  readonly nationalChangedAt: number | null;
  /** 0: never. */
  readonly polledAt: number;
  readonly nextPollAt: number | null;
  readonly answersReadAt: number | null;
  readonly closedAt: number | null;
  /** When the step that it waits for is over; `null`: no deadline. */
  readonly dueAt: number | null;
  readonly deletedAt: number | null;
  /** True while an operator holds it: nothing more is sent. */
  readonly hold: boolean;
}

/** One answer or reply under a case, of either side, without its text. */
export interface Message {
  readonly id: number;
  readonly caseId: number;
  readonly origin: 'local' | 'national';
  readonly author: 'institution' | 'reporter' | 'national';
  readonly institution: string | null;
  readonly localId: string | null;
  readonly nationalId: string | null;
  readonly internal: boolean;
  readonly fingerprint: string;
  readonly createdAt: number | null;
  readonly seenAt: number;
}
