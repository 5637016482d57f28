import type { PeerSeen } from '../http/peer-seen.ts';
import type { Side } from '../ledger/delivery.ts';

/** What is known of the machine of a side. */
export interface PeerFacts {
  /** How far its clock is ahead of ours, ms; negative: behind. `null`: it did not say. */
  readonly skewMs: number | null;
  /** When its certificate ends, epoch ms; `null`: it has none, or was not seen yet. */
  readonly certificateEndsAt: number | null;
}

export interface PeerWatch {
  observe(side: Side, seen: PeerSeen, now: number): void;
  /** What was seen since the last call, or before where nothing was. Of several clocks the one that is nearest to ours. */
  take(side: Side): PeerFacts;
}

/** `Date` is cut to the second: on average half a second is missing. */
const CUT_MS = 500;

/**
 * Keeps what answers show of both sides' machines. One machine of several with a wrong clock, or one answer that came late,
 * is no clock that is wrong: so the best of a round counts.
 */
export function createPeerWatch(): PeerWatch {
  const kept = { local: empty(), national: empty() };
  return {
    observe(side, { clockMs, certificateEndsAt }, now) {
      const known = kept[side];
      if (certificateEndsAt !== null) known.certificateEndsAt = certificateEndsAt;
      if (clockMs === null) return;
      const skewMs = clockMs + CUT_MS - now;
      if (known.isTaken || known.skewMs === null || Math.abs(skewMs) < Math.abs(known.skewMs)) known.skewMs = skewMs;
      known.isTaken = false;
    },
    take(side) {
      const known = kept[side];
      known.isTaken = true;
      return { skewMs: known.skewMs, certificateEndsAt: known.certificateEndsAt };
    },
  };
}

function empty(): { skewMs: number | null; certificateEndsAt: number | null; isTaken: boolean } {
  return { skewMs: null, certificateEndsAt: null, isTaken: true };
}
