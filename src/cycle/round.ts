import type { SideWatch } from '../lane/side-watch.ts';
import type { DeliveryKind, Side } from '../ledger/delivery.ts';
import type { CycleDeps, CycleOptions } from './run-cycle.ts';

/** What both sides of one round share. */
export interface Round extends CycleDeps {
  readonly options: CycleOptions;
  readonly sides: Readonly<Record<Side, SideWatch>>;
  readonly startedAt: number;
  /** Deliveries in doubt that were looked up already. */
  readonly looked: Set<number>;
  readonly done: Record<DeliveryKind, number>;
  readonly onDone: (kind: DeliveryKind) => void;
}
