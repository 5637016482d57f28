import type { CycleDeps } from '../../src/cycle/run-cycle.ts';
import { runCycle } from '../../src/cycle/run-cycle.ts';
import type { Side } from '../../src/ledger/delivery.ts';
import type { Vault } from '../../src/ledger/verbs/payload.ts';
import { createLeapWatch } from '../../src/settle/create-leap-watch.ts';
import { createBackups } from './backups.ts';
import { createSimLocal } from './create-sim-local.ts';
import { createSimNational } from './create-sim-national.ts';
import type { LocalViews } from './local-views.ts';
import { createMischief } from './mischief.ts';
import type { Models } from './models.ts';
import { simConfig } from './sim-config.ts';
import { createSimNetwork } from './sim-network.ts';
import { createSimProcess, SimBugError, SimLedgerError, type SimProcess } from './sim-process.ts';
import type { SimWorld } from './sim-world.ts';
import { writesOf } from './writes-of.ts';

export interface Surroundings extends Models {
  readonly views: LocalViews;
}

const RESTART_MS = 5_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How long nobody starts it again: longer than the overlap, a weekend, a month. */
const DOWN_MS = [10 * MINUTE_MS, 4 * HOUR_MS, 72 * HOUR_MS, 30 * 24 * HOUR_MS];
const LONG_DOWNTIMES_MAX = 3;
/** More often than outside, so that lives of hours have it, too. */
const COMPARED_EVERY_MS = 4 * HOUR_MS;

/** The bridge's process as a supervisor keeps it: started, killed by faults, started again. */
export function createLife(world: SimWorld, around: Surroundings, vault: Vault) {
  const { plan, time } = world;
  const mischief = createMischief(world);
  const backups = createBackups(world);
  const downtime = createDowntime(world);
  let process: SimProcess | null = null;
  let number = 0;
  let changes = 0;
  let halt = new AbortController();

  function start(): void {
    number += 1;
    halt = new AbortController();
    if (world.strikes('config-change', 0.5)) changes += 1;
    backups.putBack();
    const born = createSimProcess(world, number, vault);
    process = born;
    world.trace(`start #${number}`);
    void live(born, halt).catch((error: unknown) => {
      if (!born.isAlive()) return;
      born.kill();
      if (error instanceof SimLedgerError || error instanceof SimBugError) restart();
      else world.fail(`process threw ${told(error)}`);
    });
  }

  const restart = () => void time.at(time.mono() + downtime(), start);
  world.onCrash = restart;

  async function live(born: SimProcess, stopping: AbortController): Promise<void> {
    const stopped = stopping.signal;
    await born.boundary('recover');
    await born.ledger.recover(born.clock.now());
    await compare(born);
    const parts = partsOf(born, { world, around, isDown: mischief.isDown, changes, halt: stopped });
    while (!stopped.aborted) {
      if (plan.rates['second-thoughts'] !== undefined) await compare(born);
      await runCycle(parts, { once: false, sends: true });
      mischief.strike(() => born.isAlive() && stopping.abort());
      backups.strike(() => {
        if (!born.isAlive()) return;
        born.kill();
        restart();
      });
      await born.clock.sleep(plan.cycleMs, stopped);
    }
    born.kill();
    world.trace(`stopped #${born.number}`);
    restart();
  }

  return {
    start,
    /** Two more rounds, of which one reads all from the beginning, must write nothing on either side (I13, I17). */
    async finish() {
      halt.abort();
      process?.kill();
      world.onCrash = () => undefined;
      const quiet = createSimProcess(world, -1, vault);
      const before = writesOf(around);
      let ended = false;
      const rounds = async () => {
        const parts = partsOf(quiet, {
          world,
          around,
          isDown: mischief.isDown,
          changes,
          halt: new AbortController().signal,
        });
        await runCycle(parts, { once: true, sends: true });
        world.database.exec('delete from cursor');
        await runCycle(parts, { once: true, sends: true });
        ended = true;
      };
      void rounds().catch((error: unknown) => world.fail(`the last rounds threw ${told(error)}`));
      if (!(await time.runWhile(() => !ended, time.mono() + 12 * HOUR_MS))) world.fail('the last rounds did not end');
      const after = writesOf(around);
      if (before !== after) world.fail(`I13 two more rounds wrote: ${before} -> ${after}`);
    },
  };
}

/** What was changed past the application shows in no other reading. */
async function compare({ ledger, clock }: SimProcess): Promise<void> {
  await ledger.beginComparison(clock.now(), COMPARED_EVERY_MS);
}

/** How long it stays down, ms: a few seconds, or until somebody comes back, by which the phase with faults is longer. */
function createDowntime(world: SimWorld): () => number {
  let longOnes = 0;
  return () => {
    if (longOnes >= LONG_DOWNTIMES_MAX || !world.strikes('long-downtime', 0.5)) return RESTART_MS;
    longOnes += 1;
    const downMs = pick(DOWN_MS, world.random) ?? 0;
    world.prolong(downMs);
    return downMs;
  };
}

interface Parts {
  readonly world: SimWorld;
  readonly around: Surroundings;
  readonly isDown: (side: Side) => boolean;
  /** How often somebody changed the configuration. */
  readonly changes: number;
  readonly halt: AbortSignal;
}

function partsOf(process: SimProcess, { world, around, isDown, changes, halt }: Parts): CycleDeps {
  const net = (side: Side) => createSimNetwork({ world, process, side, isDown: () => isDown(side) });
  return {
    config: simConfig(world.plan, changes),
    ledger: process.ledger,
    local: createSimLocal(world, { model: around.local, views: around.views, network: net('local') }),
    national: createSimNational(world, around.national, net('national')),
    clock: process.clock,
    leaps: createLeapWatch(process.clock),
    random: world.random,
    halt,
    stop: new AbortController().signal,
    onProgress: () => undefined,
  };
}

function pick<T>(list: readonly T[], random: () => number): T | undefined {
  return list[Math.floor(random() * list.length)];
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : 'something';
}
