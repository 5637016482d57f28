import type { Delivery, DeliveryReason } from './delivery.ts';

/** What one complete look-up showed: ids found there that answer for the delivery, oldest first. */
export type Probe =
  | {
      readonly foundIds: readonly string[];
      /** Ids of what may be it, and may not: a person judges. */
      readonly nearIds?: readonly string[];
      /** Of how many parts the first one found says that it is one. */
      readonly parts?: number;
    }
  | 'no-way'
  | 'failed';

export interface ProbePolicy {
  /** T_settle: how long the other side may take to show what it accepted. */
  readonly settleMs: number;
  /** After this long without a complete look-up a person decides. */
  readonly giveUpMs: number;
}

/** What a look-up means for a delivery in doubt, as data. */
export type ProbeVerdict =
  | { readonly type: 'found'; readonly peerId: string; readonly others: readonly string[]; readonly parts?: number }
  | { readonly type: 'near'; readonly nearIds: readonly string[] }
  | { readonly type: 'no-way'; readonly reason: DeliveryReason }
  /** Counts: the look-up began late enough to mean something. `absent`: the second one, so it may be sent again. */
  | { readonly type: 'missing'; readonly absent: boolean }
  /** The clock was ahead when the attempt ended: its time is counted from now on, or the wait would last for years. */
  | { readonly type: 'clock-set-back' }
  | { readonly type: 'wait' };

const APART_MAX_MS = 60_000;

/**
 * Decides what a look-up begun at `beganAt` says. Only two complete ones that found nothing, both begun `settleMs`
 * after the attempt ended and min(60 s, `settleMs`) apart, prove that nothing arrived (reliability page, I6).
 */
export function decideProbe(
  delivery: Pick<Delivery, 'endedAt' | 'absences' | 'lastAbsenceAt' | 'reason'>,
  probe: Probe,
  { beganAt, policy }: { readonly beganAt: number; readonly policy: ProbePolicy },
): ProbeVerdict {
  if (probe === 'no-way') return { type: 'no-way', reason: unknownReason(delivery.reason) };
  const isAhead = lastKnownAt(delivery) > beganAt;
  if (probe === 'failed') {
    if (isAhead) return { type: 'clock-set-back' };
    const endedAt = delivery.endedAt ?? beganAt;
    if (beganAt - endedAt < policy.giveUpMs) return { type: 'wait' };
    return { type: 'no-way', reason: unknownReason(delivery.reason) };
  }
  const [first, ...others] = probe.foundIds;
  const { nearIds = [], parts } = probe;
  if (first !== undefined) return { type: 'found', peerId: first, others, ...(parts === undefined ? {} : { parts }) };
  if (nearIds.length > 0) return { type: 'near', nearIds };
  if (isAhead) return { type: 'clock-set-back' };
  if (beganAt < nextProbeAt(delivery, policy)) return { type: 'wait' };
  const absent = delivery.absences >= 1;
  // The other side said that it has it: that it cannot be found is no reason to send it again.
  if (absent && mayNotBeSentAgain(delivery.reason)) return { type: 'no-way', reason: unknownReason(delivery.reason) };
  return { type: 'missing', absent };
}

/** The latest moment that is known of the attempt and what was looked up since. */
function lastKnownAt({ endedAt, lastAbsenceAt }: Pick<Delivery, 'endedAt' | 'lastAbsenceAt'>): number {
  return Math.max(endedAt ?? 0, lastAbsenceAt ?? 0);
}

/** An answer that said more than nothing is told to the person who settles it, and is never sent again by a rule. */
function unknownReason(reason: DeliveryReason | null): DeliveryReason {
  return reason !== null && mayNotBeSentAgain(reason) ? reason : 'outcome-unknown';
}

function mayNotBeSentAgain(reason: DeliveryReason | null): boolean {
  return reason === 'already-exists' || reason === 'number-taken';
}

/** From when on a look-up that finds nothing counts. */
export function nextProbeAt(
  delivery: Pick<Delivery, 'endedAt' | 'lastAbsenceAt'>,
  policy: Pick<ProbePolicy, 'settleMs'>,
): number {
  const settledAt = (delivery.endedAt ?? 0) + policy.settleMs;
  if (delivery.lastAbsenceAt === null) return settledAt;
  return Math.max(settledAt, delivery.lastAbsenceAt + Math.min(APART_MAX_MS, policy.settleMs));
}
