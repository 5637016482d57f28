import type { Clock } from './clock.ts';
import type { Config } from './config/to-config.ts';
import { createSides } from './create-sides.ts';
import type { CycleOptions, CycleResult, Progress } from './cycle/run-cycle.ts';
import { runCycle } from './cycle/run-cycle.ts';
import type { PeerSeen } from './http/peer-seen.ts';
import { createSideWatch } from './lane/side-watch.ts';
import type { Side } from './ledger/delivery.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { LocalSystem } from './local/local-system.ts';
import type { NationalSystem } from './national/national-system.ts';
import type { ReconcileEnd } from './reconcile/run-reconcile.ts';
import { runReconcile } from './reconcile/run-reconcile.ts';
import { createLeapWatch } from './settle/create-leap-watch.ts';
import { createPeerWatch, type PeerWatch } from './watch/create-peer-watch.ts';

/** What the bridge is given of the world it runs in. */
export interface World {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly version: string;
  /** `HTTPS_PROXY` and the like, used only where the configuration says `proxy: environment`. */
  readonly environmentProxy: string | null;
  /** True: nothing may be moved or written anywhere by what is read. Left out: it may. */
  readonly looksOnly?: boolean;
  /** Told of each answer of a side: what it shows of the machine that gave it. */
  readonly onPeer?: (side: Side, seen: PeerSeen) => void;
}

/** The bridge, put together: two systems, one ledger, and the round that joins them. */
export interface Bridge {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly local: LocalSystem;
  readonly national: NationalSystem;
  /** What both sides' machines show of themselves. */
  readonly peers: PeerWatch;
  /** One round; nothing new begins after `halt`, and what is in flight is broken off by `stop`. */
  cycle(options: CycleOptions & Signals): Promise<CycleResult>;
  /** Goes on with the comparison of both sides with the ledger, while `goesOn`; writes nothing to either. */
  reconcile(options: ReconcileOptions): Promise<ReconcileEnd>;
  close(): Promise<void>;
}

export interface ReconcileOptions {
  readonly halt: AbortSignal;
  readonly goesOn: () => boolean;
  /** Tries a side that failed lately. */
  readonly byHand: boolean;
}

export interface Signals {
  readonly halt: AbortSignal;
  readonly stop: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Parts that a test or the simulation brings itself. */
export interface Overrides {
  readonly local?: LocalSystem;
  readonly national?: NationalSystem;
}

/** Puts a bridge together from its configuration and an open ledger, which it closes. Begins nothing. */
export function createBridge(
  parts: { readonly config: Config; readonly ledger: Ledger },
  world: World,
  overrides: Overrides = {},
): Bridge {
  const { config, ledger } = parts;
  const { clock, random } = world;
  const peers = createPeerWatch();
  const onPeer: World['onPeer'] = (side, seen) => peers.observe(side, seen, clock.now());
  const { local, national } = createSides(config, { ...world, onPeer }, overrides);
  const leaps = createLeapWatch(clock);
  return {
    config,
    ledger,
    local,
    national,
    peers,
    cycle({ halt, stop, onProgress = () => undefined, ...options }) {
      // Whatever is under way elsewhere in the round begins nothing more once nothing can be written down.
      const until = AbortSignal.any([halt, ledger.failed]);
      const parts = { config, ledger, local, national, clock, leaps, random, halt: until, stop, onProgress };
      return runCycle(parts, options);
    },
    async reconcile({ halt, goesOn, byHand: impatient }) {
      const watch = (side: Side) =>
        createSideWatch(side, { ledger, clock, random, impatient, pauseMs: config[side].limits.pauseMs });
      const sides = { local: await watch('local'), national: await watch('national') };
      const until = AbortSignal.any([halt, ledger.failed]);
      const end = await runReconcile({ ledger, local, national, config, clock, sides, halt: until, goesOn });
      await Promise.all([sides.local.save(), sides.national.save()]);
      return end;
    },
    async close() {
      await local.close();
      national.close();
      await ledger.close();
    },
  };
}
