import type { FollowUp } from '../report/follow-up.ts';
import type { Privacy } from '../report/privacy.ts';
import type { Report } from '../report/report.ts';
import type { AlarmKind } from './alarm.ts';
import type { Case, CaseRoute, Message } from './case.ts';
import type { DeliveryState } from './delivery.ts';
import type { TwinCandidate, TwinNote } from './twin.ts';

/** What the ledger knows of a report that was just read from the local side. */
export interface LocalFacts {
  /** Without a local id: it was born at LAPOR!, and this row names its number. */
  readonly case: Case | null;
  /** Empty where `changed` is false: an unchanged report needs no look at its answers. */
  readonly messages: readonly Message[];
  /**
   * State of the delivery that makes it on the other side (here, where it was born there), `null` where none is owed. A
   * hold does not hide what it was before; what a lost ledger may have made is in doubt.
   */
  readonly filing: DeliveryState | null;
  /** The other side has the report, or may have it: something of what makes it there may have arrived. */
  readonly arrived: boolean;
  /** Answers (ids of messages) of which LAPOR! has something, or may have it. */
  readonly sent: readonly number[];
  /** The report as it was read before; `null` where its content is the same, or was erased. */
  readonly before: Report | null;
  /** Alarms of the case that have not ended, those that a person has confirmed, too. */
  readonly raised: readonly AlarmKind[];
  /** Another case already carries the national number that this row names. */
  readonly numberTaken: boolean;
  /** The row says something that the ledger has not seen. */
  readonly changed: boolean;
  /** Reports born at LAPOR! that it may be, likest first; left out where nobody looked, because the row is known. */
  readonly twins?: readonly TwinCandidate[];
}

/** A report as read, with the fingerprints that tell news from what is known. */
export interface LocalRow {
  readonly report: Report;
  readonly fingerprint: string;
  readonly contentFingerprint: string;
}

/** What a reading of the local side adds to the ledger, as data. */
export type LocalNews =
  | { readonly type: 'open'; readonly route: CaseRoute; readonly nationalId: string | null }
  /** It is one that was born at LAPOR! and is not here yet: that case is its own, and nothing is filed or made. */
  | { readonly type: 'bind-twin'; readonly caseId: number; readonly nationalId: string; readonly note: TwinNote }
  /** It is, or may be, one that was born at LAPOR! and is here already, or will be: it is not filed, or waits. */
  | {
      readonly type: 'twin-of';
      readonly nationalId: string;
      readonly state: 'linked' | 'proposed';
      readonly note: TwinNote;
    }
  | { readonly type: 'note'; readonly contentChanged: boolean }
  | { readonly type: 'raise-privacy'; readonly privacy: Privacy }
  | { readonly type: 'link'; readonly nationalId: string }
  /** Made here: the case learns its local id. */
  | { readonly type: 'bind-report' }
  | {
      readonly type: 'message';
      readonly followUp: FollowUp;
      readonly nationalId: string | null;
      readonly internal: boolean;
    }
  | { readonly type: 'bind-message'; readonly messageId: number; readonly localId: string }
  | { readonly type: 'publish-message'; readonly messageId: number }
  /** Made internal or removed: what was not sent yet stays. */
  | { readonly type: 'withdraw-message'; readonly messageId: number }
  /** Edited: what was not sent yet goes with its new words. */
  | { readonly type: 'reword-message'; readonly messageId: number; readonly followUp: FollowUp }
  | { readonly type: 'delete' }
  /** No longer deleted: what was held for it goes on. */
  | { readonly type: 'restore' }
  | { readonly type: 'alarm'; readonly kind: AlarmKind; readonly detail: string | null };
