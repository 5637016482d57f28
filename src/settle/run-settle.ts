import type { Side } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Probe, ProbePolicy } from '../ledger/probe.ts';
import { decideProbe, nextProbeAt } from '../ledger/probe.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import { countAnewAfterLeap, type LeapDeps } from './count-anew-after-leap.ts';

export interface SettleDeps extends LeapDeps {
  readonly ledger: Pick<Ledger, 'doubtfulDeliveries' | 'settleDoubt' | 'countDoubtsAnew'>;
  readonly side: Side;
  readonly policy: ProbePolicy;
  readonly halt: AbortSignal;
  /** True while the side must be left alone. */
  readonly waits: () => boolean;
  /** True for what is looked up in another way. */
  readonly skips: (work: Work) => boolean;
  readonly probe: (work: Work) => Promise<Probe>;
  /** Deliveries looked at already in this run: a look-up that settled nothing is not repeated within it. */
  readonly looked: Set<number>;
}

const BATCH = 50;

/** Looks up what is in doubt on one side, oldest first. Gives the number of deliveries that moved. */
export async function runSettle(deps: SettleDeps): Promise<number> {
  let moved = 0;
  let afterId = 0;
  for (;;) {
    const batch = await deps.ledger.doubtfulDeliveries({ side: deps.side, limit: BATCH, afterId });
    for (const work of batch) {
      afterId = work.delivery.id;
      if (deps.halt.aborted) return moved;
      if (await settle(deps, work)) moved += 1;
    }
    if (batch.length < BATCH) return moved;
  }
}

async function settle(deps: SettleDeps, work: Work): Promise<boolean> {
  const { delivery } = work;
  if (deps.skips(work)) return false;
  const beganAt = deps.clock.now();
  const counts = beganAt >= nextProbeAt(delivery, deps.policy);
  if (deps.looked.has(delivery.id) && !counts) return false;
  if (deps.waits() && delivery.kind !== 'create') return false;
  deps.looked.add(delivery.id);
  const probe = await deps.probe(work);
  // Broken off: that says nothing of the side, and must not count as a look-up that failed.
  if (deps.halt.aborted) return false;
  const verdict = decideProbe(delivery, probe, { beganAt, policy: deps.policy });
  if (verdict.type === 'wait') return false;
  if (verdict.type === 'missing' && (await countAnewAfterLeap(deps))) return false;
  await deps.ledger.settleDoubt(delivery.id, verdict, beganAt);
  if (verdict.type === 'clock-set-back') return false;
  return verdict.type !== 'missing' || verdict.absent;
}
