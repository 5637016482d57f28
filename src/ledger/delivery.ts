import type { BridgeStatus } from '../report/status.ts';
import type { SentAs } from '../report/wording.ts';

export const SIDES = ['local', 'national'] as const;
export type Side = (typeof SIDES)[number];

export const DELIVERY_STATES = ['ready', 'sending', 'doubt', 'parked', 'held', 'done'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * Every kind of write that the bridge owes a side. National: `create` (E4), `reject` (E5), `follow-up` (E8).
 * Local: `report` (one that was born at LAPOR!), `write-back` (number, status, link), `response` (a national answer).
 */
export type DeliveryKind = 'create' | 'reject' | 'follow-up' | 'report' | 'write-back' | 'response';

/**
 * Why a delivery is where it is: a fixed word, shown to people through `word.ts`. True where it leaves open whether
 * anything arrived: then only a look-up or a person's word lets it go, or a report could be filed twice.
 */
const MAY_HAVE_ARRIVED = {
  'outcome-unknown': true,
  'already-exists': true,
  'near-match': true,
  'lost-answer': true,
  'number-taken': true,
  restart: true,
  linked: true,
  'ledger-lost': true,
  refused: false,
  'not-found': false,
  'too-large': false,
  'read-only': false,
  'empty-text': false,
  unprepared: false,
  unsupported: false,
  'identity-number': false,
  exhausted: false,
  'too-old': false,
  'not-sent': false,
  throttled: false,
  suspended: false,
  credentials: false,
  blocked: false,
  'wrong-path': false,
  'before-since': false,
  guard: false,
  operator: false,
  deleted: false,
  withdrawn: false,
  privacy: false,
  twin: false,
  unlinked: false,
} as const satisfies Record<string, boolean>;

export type DeliveryReason = keyof typeof MAY_HAVE_ARRIVED;

/** Whether what was tried last may have arrived, as far as the reason says; without one nobody knows. */
export function leavesOpen(reason: DeliveryReason | null): boolean {
  return reason === null || MAY_HAVE_ARRIVED[reason];
}

/** How the keys begin of what a person passes on. */
export const BY_HAND = 'reject:by-hand-';

/** One write owed to one side. Times are epoch milliseconds. */
export interface Delivery {
  readonly id: number;
  readonly caseId: number;
  readonly side: Side;
  readonly kind: DeliveryKind;
  /** What is owed, unique per case and side: `create`, `reject`, `follow-up:9:1`, `report`, `write-back:3`, `response:77`. */
  readonly key: string;
  readonly messageId: number | null;
  readonly state: DeliveryState;
  /** Where a held delivery returns to. */
  readonly heldFrom: DeliveryState | null;
  readonly reason: DeliveryReason | null;
  /** The reason that a hold covers, given back with its release. */
  readonly reasonBefore: DeliveryReason | null;
  readonly attempts: number;
  readonly dueAt: number;
  readonly createdAt: number;
  /** When the last attempt began and ended; `null` before. */
  readonly begunAt: number | null;
  readonly endedAt: number | null;
  /** Complete look-ups since the last attempt that found nothing, counted only once the side had time to settle. */
  readonly absences: number;
  readonly lastAbsenceAt: number | null;
  /** Id that the other side gave. */
  readonly peerId: string | null;
  /** What is to be written, without personal data. */
  readonly body: DeliveryBody;
}

export interface DeliveryBody {
  /** Part of a long answer, from 1, and how many there are; known once rendered. */
  readonly part?: number;
  readonly parts?: number;
  /** Fingerprint of the words of an answer as it was sent last (`wording`); without it the reference alone tells it. */
  readonly worded?: string;
  /** Why files did not come along with the first part: the note about them is part of the text that is split. */
  readonly withheld?: readonly string[];
  /** How a report was worded when it was sent last: what the list of LAPOR! is searched for. */
  readonly sentAs?: SentAs;
  /** Where a report was routed to when it was sent last. */
  readonly routed?: Routed;
  /** Institution that a report is passed on to. */
  readonly targetInstitutionId?: number;
  /** The return (`Case.returnedAt`) that it answers to. */
  readonly forReturn?: number;
  /** Values of a write-back. */
  readonly nationalId?: string;
  readonly nationalStatus?: string | null;
  readonly bridgeStatus?: BridgeStatus | null;
  readonly localStatus?: string | null;
}

/** Where the routing data sent a report, and by what. */
export interface Routed {
  readonly id: number;
  readonly ours: boolean;
  readonly by: 'rule' | 'opd' | 'default';
  /** From 1; `null` where it was none. */
  readonly rule: number | null;
  /** The OPD that it had then. */
  readonly opd: string | null;
}

/** A delivery that a plan wants to exist. */
export interface NewDelivery {
  readonly side: Side;
  readonly kind: DeliveryKind;
  readonly key: string;
  readonly messageId: number | null;
  readonly state: 'ready' | 'held' | 'doubt';
  readonly reason: DeliveryReason | null;
  readonly body: DeliveryBody;
}
