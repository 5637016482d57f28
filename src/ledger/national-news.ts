import type { NationalAnswer, NationalDetail } from '../national/national-system.ts';
import type { BridgeStatus } from '../report/status.ts';
import type { AlarmKind } from './alarm.ts';
import type { Case, Message } from './case.ts';
import type { Delivery } from './delivery.ts';

/** What the ledger knows of a report that was just read from LAPOR!. */
export interface NationalFacts {
  /** When it was read. */
  readonly at: number;
  readonly case: Case;
  readonly messages: readonly Message[];
  /** What is owed or was given to the nation for this case. */
  readonly deliveries: readonly Delivery[];
  /** Answers of LAPOR! (ids of messages) of which the city has something, or may have it. */
  readonly told: readonly number[];
  /** Answers that were given under this number for a report of ours whose link to it was taken back. */
  readonly formerly: readonly Delivery[];
}

/** One reading of E6, and of E7 where it was read; `detail: null` means LAPOR! says there is no such report. */
export interface NationalReading {
  readonly detail: NationalDetail | null;
  readonly answers: readonly NationalAnswer[] | null;
  /** Answers of E7 that could not be read. */
  readonly unreadable: number;
}

/** An institution gave it back as *bukan wewenang*: it `waits` for one that has authority, or lies `elsewhere` already. */
export type Returned = 'waits' | 'elsewhere';

/** What a reading of the nation adds to the ledger, as data. */
export type NationalNews =
  | {
      readonly type: 'status';
      readonly name: string | null;
      /** `null` keeps the last known one: an unknown name changes nothing. */
      readonly bridgeStatus: BridgeStatus | null;
      readonly returned: Returned | null;
      readonly institution: string | null;
      readonly fingerprint: string;
      readonly logSize: number;
      readonly logAt: number | null;
    }
  /** An older state than was read before: of a copy that lags behind, perhaps. */
  | { readonly type: 'older' }
  | { readonly type: 'answer'; readonly answer: NationalAnswer }
  /** Its words are read for the first time: the city told of it before. */
  | { readonly type: 'note-answer'; readonly messageId: number; readonly answer: NationalAnswer }
  /** In other words than before; `isTold`: the city has the old ones, or may have them. */
  | {
      readonly type: 'reword-answer';
      readonly messageId: number;
      readonly answer: NationalAnswer;
      readonly isTold: boolean;
    }
  /** `parts`: of how many it says that it is one, where it is not whole. */
  | { readonly type: 'own-answer'; readonly deliveryId: number; readonly nationalId: string; readonly parts?: number }
  | { readonly type: 'alarm'; readonly kind: AlarmKind; readonly detail: string | null; readonly wide: boolean };
