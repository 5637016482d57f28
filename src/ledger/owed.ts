import type { Report } from '../report/report.ts';
import type { AlarmKind } from './alarm.ts';
import type { Case, Message } from './case.ts';
import type { Delivery, DeliveryBody, NewDelivery } from './delivery.ts';
import type { LedgerGap } from './gap.ts';

/** What a plan is made from: a case, its messages, and what is owed to one side already. */
export interface CaseFacts {
  readonly case: Case;
  readonly messages: readonly Message[];
  readonly deliveries: readonly Delivery[];
  /** Born at LAPOR!, and made locally by this ledger. */
  readonly madeHere: boolean;
  /** Sent to LAPOR! by this ledger, after its gap where it has one: whatever is under it came after that, too. */
  readonly filedHere: boolean;
  readonly gap: LedgerGap | null;
  /** It waits for a person, because it may be one that the other side has already, or is one. */
  readonly twin?: boolean;
  /** What it says, where that was asked for and is still kept. */
  readonly report?: Report | null;
}

/** What a plan adds, as data. */
export type OwedAction =
  | { readonly type: 'owe'; readonly delivery: NewDelivery }
  /** New values for a write that has not been sent yet. */
  | { readonly type: 'replace'; readonly deliveryId: number; readonly delivery: NewDelivery }
  /** What the bridge cannot carry on by itself. */
  | { readonly type: 'alarm'; readonly kind: AlarmKind }
  /** The local side shows these values already: there is nothing to write. */
  | { readonly type: 'shown'; readonly body: DeliveryBody };
