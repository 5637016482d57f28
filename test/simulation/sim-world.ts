import type { Database } from '../../src/ledger/sqlite/database.ts';
import type { Verb } from '../../src/ledger/verb.ts';
import { FAULTS_OF, type Family } from './families.ts';
import { createFilings, type Filings } from './filings.ts';
import { createSimClocks, type SimClocks } from './sim-clocks.ts';
import type { SimPlan } from './sim-plan.ts';
import { createSimTrace } from './sim-trace.ts';
import { takeLedger } from './take-ledger.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

/** Everything around the bridge's process: time, the ledger's disk, chance, and what is written down about a run. */
export interface SimWorld extends SimClocks {
  readonly time: VirtualTime;
  readonly plan: SimPlan;
  readonly random: () => number;
  readonly database: Database;
  /** Number of places where the process could have died. */
  boundaries: number;
  /** Until when a write about a report may still take effect, by the report's local id. */
  readonly unsettled: Map<string, number>;
  readonly filings: Filings;
  fail(violation: string): void;
  readonly violations: readonly string[];
  transact<T>(verb: () => Verb<T>): T;
  read<T>(verb: () => Verb<T>): T;
  /** Keeps the ledger as it is now; gives the way to put that back. */
  backUp(): () => void;
  /** Of what persons were told by ledgers that are gone: report and kind of the alarm. */
  readonly toldBefore: [localId: string, kind: string][];
  /** True with the family's rate times `scale`, while faults are on. Counts the faults it stands for. */
  strikes(family: Family, scale?: number): boolean;
  crashesHere(name: string): boolean;
  ledgerFault(): string | null;
  onCrash: () => void;
  /** Faults are off, and the clock is set right where it was far off. */
  heal(): void;
  isHealed(): boolean;
  /** When the phase with faults ends, or a part of it (0 to 1). */
  endOf(part: number): number;
  /** The phase with faults takes so much longer. */
  prolong(byMs: number): void;
  trace(line: string): void;
  hit(fault: string): void;
  readonly hits: ReadonlyMap<string, number>;
  lastLines(): readonly string[];
  traceHash(): string;
  /** Nothing of it may be used afterwards. */
  close(): void;
}

export interface WorldOptions {
  readonly plan: SimPlan;
  readonly random: () => number;
  /** In the place of chance; for the boundary loops. */
  readonly fate?: Fate;
}

/** Says exactly what strikes, and when. */
export interface Fate {
  strikes(family: Family): boolean;
  /** Whether the process dies at this boundary, counted from 1. */
  crashes(boundary: number): boolean;
  /** The code with which this write of the ledger fails, counted from 1; `null`: it does not. */
  failure(write: number): string | null;
}

export function createSimWorld({ plan, random, fate }: WorldOptions): SimWorld {
  const time = createVirtualTime();
  const ledger = takeLedger();
  const trace = createSimTrace(time.mono);
  const hits = new Map<string, number>();
  const violations: string[] = [];
  const fail = (violation: string) => void violations.push(violation);
  const clocks = createSimClocks(time.mono);
  let healed = false;
  let prolongedMs = 0;
  let writes = 0;

  function isDrawn(family: Family, scale: number): boolean {
    const rate = plan.rates[family];
    return rate !== undefined && random() < rate * scale;
  }

  const world: SimWorld = {
    ...clocks,
    time,
    plan,
    random,
    database: ledger.database,
    boundaries: 0,
    unsettled: new Map(),
    filings: createFilings(plan.resends, fail),
    fail,
    violations,
    transact: ledger.transact,
    read: ledger.read,
    backUp: ledger.backUp,
    toldBefore: [],
    close: ledger.giveBack,
    strikes(family, scale = 1) {
      if (healed || !(fate === undefined ? isDrawn(family, scale) : fate.strikes(family))) return false;
      for (const fault of FAULTS_OF[family]) world.hit(fault);
      world.hit(family);
      return true;
    },
    crashesHere(name) {
      if (fate !== undefined) return fate.crashes(world.boundaries);
      return world.strikes('crash', 0.01) || (name === 'recover' && world.strikes('crash-in-recovery', 0.5));
    },
    ledgerFault() {
      writes += 1;
      if (fate !== undefined) return fate.failure(writes);
      if (world.strikes('ledger-full', 0.03)) return 'SQLITE_FULL';
      return world.strikes('ledger-busy', 0.03) ? 'SQLITE_BUSY' : null;
    },
    onCrash: () => undefined,
    heal() {
      healed = true;
      if (plan.rates['clock-leap'] !== undefined) clocks.setRight();
    },
    endOf: (part) => plan.horizonMs * part + prolongedMs,
    prolong(byMs) {
      prolongedMs += byMs;
    },
    isHealed: () => healed,
    trace: trace.add,
    hit(fault) {
      hits.set(fault, (hits.get(fault) ?? 0) + 1);
    },
    hits,
    lastLines: trace.lastLines,
    traceHash: trace.hash,
  };
  return world;
}
