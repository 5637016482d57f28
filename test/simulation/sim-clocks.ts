/** How the clocks of the bridge's machine differ from those of both systems, and whether its processes run at all. */
export interface SimClocks {
  /** The bridge's own wall clock, which may be wrong. */
  wall(): number;
  /** What the clocks of both systems say. */
  trueWall(): number;
  jumpWall(byMs: number): void;
  setRight(): void;
  /** Stops the process for a while; with `suspended` its monotonic clock stands still, too. */
  freeze(ms: number, suspended: boolean): void;
  frozenUntil(): number;
  /** The bridge's own monotonic clock. */
  ownMono(): number;
}

/** Wall clock at the start: a Monday morning in Jakarta. */
const EPOCH_MS = Date.UTC(2026, 5, 29, 1);

export function createSimClocks(mono: () => number): SimClocks {
  let skewMs = 0;
  let frozenUntil = 0;
  let lostMs = 0;
  const trueWall = () => EPOCH_MS + Math.floor(mono());
  return {
    wall: () => trueWall() + skewMs,
    trueWall,
    jumpWall(byMs) {
      skewMs += Math.floor(byMs);
    },
    setRight() {
      skewMs = 0;
    },
    freeze(ms, suspended) {
      frozenUntil = Math.max(frozenUntil, mono()) + ms;
      if (suspended) lostMs += ms;
    },
    frozenUntil: () => frozenUntil,
    ownMono: () => mono() - lostMs,
  };
}
