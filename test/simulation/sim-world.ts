import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { createVerbRunner } from '../../src/ledger/sqlite/create-verb-runner.ts';
import { openSqliteInMemory } from '../../src/ledger/sqlite/open-sqlite.ts';
import type { Verb } from '../../src/ledger/verb.ts';
import { FAULTS_OF, type Family, type SimPlan } from './sim-plan.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

/** Wall clock at the start: a Monday morning in Jakarta. */
const EPOCH_MS = Date.UTC(2026, 5, 29, 1);
const TRACE_KEPT = 200;

/** Everything around the bridge's process: time, the ledger's disk, chance, and what is written down about a run. */
export interface SimWorld {
  readonly time: VirtualTime;
  readonly plan: SimPlan;
  readonly random: () => number;
  readonly database: Database.Database;
  /** Number of places where the process could have died. */
  boundaries: number;
  /** The bridge's own wall clock, which may be wrong. */
  wall(): number;
  /** What the clocks of both systems say. */
  trueWall(): number;
  jumpWall(byMs: number): void;
  transact<T>(verb: () => Verb<T>): T;
  read<T>(verb: () => Verb<T>): T;
  /** True with the family's rate times `scale`, while faults are on. Counts the faults it stands for. */
  strikes(family: Family, scale?: number): boolean;
  crashesHere(name: string): boolean;
  ledgerFault(): string | null;
  onCrash: () => void;
  heal(): void;
  isHealed(): boolean;
  trace(line: string): void;
  hit(fault: string): void;
  readonly hits: ReadonlyMap<string, number>;
  lastLines(): readonly string[];
  traceHash(): string;
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
  const database = openSqliteInMemory();
  const run = createVerbRunner(database);
  const transaction = database.transaction(<T>(verb: () => Verb<T>): T => run(verb));
  const hash = createHash('sha256');
  const lines: string[] = [];
  const hits = new Map<string, number>();
  let skewMs = 0;
  let healed = false;
  let writes = 0;

  function isDrawn(family: Family, scale: number): boolean {
    const rate = plan.rates[family];
    return rate !== undefined && random() < rate * scale;
  }

  const world: SimWorld = {
    time,
    plan,
    random,
    database,
    boundaries: 0,
    wall: () => EPOCH_MS + Math.floor(time.mono()) + skewMs,
    trueWall: () => EPOCH_MS + Math.floor(time.mono()),
    jumpWall(byMs) {
      skewMs += Math.floor(byMs);
    },
    transact: <T>(verb: () => Verb<T>) => transaction(verb as () => Verb<unknown>) as T,
    read: run,
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
    },
    isHealed: () => healed,
    trace(line) {
      const full = `${Math.floor(time.mono())} ${line}`;
      hash.update(full);
      lines.push(full);
      if (lines.length > TRACE_KEPT) lines.shift();
    },
    hit(fault) {
      hits.set(fault, (hits.get(fault) ?? 0) + 1);
    },
    hits,
    lastLines: () => lines,
    traceHash: () => hash.copy().digest('hex'),
  };
  return world;
}
