import type { SimPlan } from '../simulation/sim-plan.ts';
import type { Stage } from './stage.ts';

/** Waited for, looked at every few simulated minutes; may act to bring itself about. */
export type Condition = () => boolean;

/** One course of events in both systems, without chance: whatever kills the bridge on the way, it ends the same. */
export interface Script {
  readonly name: string;
  readonly plan?: Partial<SimPlan>;
  /** A person who only tells what LAPOR!'s page shows leaves what it does not show to the policy. */
  readonly operator?: 'settles' | 'only-finds';
  /** Acts, and goes on once what it yields holds. */
  readonly play: (stage: Stage) => Generator<Condition, void>;
}
