import type { Clock } from '../clock.ts';
import type { Gate } from '../http/gate.ts';
import type { SendResult } from '../http/outcome.ts';
import type { SendContext } from '../http/send-context.ts';
import type { DeliveryBody, DeliveryReason, Side } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import type { SideWatch } from './side-watch.ts';

/** What is to be done with one delivery, decided before anything is sent. */
export type Prepared =
  | { readonly type: 'set-aside'; readonly event: 'hold' | 'refused'; readonly reason: DeliveryReason }
  | { readonly type: 'postpone'; readonly dueAt: number }
  /** It is there already, under this id. */
  | { readonly type: 'found'; readonly peerId: string }
  | {
      readonly type: 'send';
      /** Hash of what is about to be sent. */
      readonly contentHash: string;
      readonly body: DeliveryBody;
      readonly send: (context: SendContext) => Promise<SendResult<string | null>>;
    };

export interface Lane {
  readonly side: Side;
  readonly ledger: Pick<
    Ledger,
    'dueDeliveries' | 'beginDelivery' | 'settleDelivery' | 'setAside' | 'settleFound' | 'postponeDelivery'
  >;
  readonly watch: SideWatch;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly limits: { readonly maxAttempts: number; readonly maxAgeMs: number };
  /** The lane begins nothing more after so long, so that what is to be read of its side, or looked up there, has its turn. */
  readonly sliceMs: number;
  /** Nothing new begins once this aborts. */
  readonly halt: AbortSignal;
  /** What is in flight is broken off once this aborts. */
  readonly stop: AbortSignal;
  /** Gathers what a delivery needs and says what to do with it. */
  readonly prepare: (work: Work) => Promise<Prepared>;
  /** True where that asks no system for anything, so that it may be done before its turn, while others are under way. */
  readonly mayPrepareEarly: (work: Work) => boolean;
  /** Told of every delivery that ended, with what became of it. */
  readonly onSettled: (work: Work, result: SendResult<string | null>) => void;
}
