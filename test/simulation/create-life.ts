import type { CycleDeps } from '../../src/run-cycle.ts';
import { runCycle } from '../../src/run-cycle.ts';
import { createSimLocal } from './create-sim-local.ts';
import { createSimNational } from './create-sim-national.ts';
import type { LocalModel } from './local-model.ts';
import type { NationalModel } from './national-model.ts';
import { simConfig } from './sim-config.ts';
import { createSimNetwork } from './sim-network.ts';
import { createSimOperator } from './sim-operator.ts';
import { createSimProcess, SimLedgerError, type SimProcess } from './sim-process.ts';
import type { SimWorld } from './sim-world.ts';
import { writesOf } from './writes-of.ts';

export interface Surroundings {
  readonly local: LocalModel;
  readonly national: NationalModel;
  readonly fail: (violation: string) => void;
}

const RESTART_MS = 5_000;
const HOUR_MS = 3_600_000;

/** The bridge's process as a supervisor keeps it: started, killed by faults, started again. */
export function createLife(world: SimWorld, around: Surroundings) {
  const { plan, random, time } = world;
  const vault = { masterKey: new Uint8Array(32).fill(7), randomBytes: (size: number) => bytes(random, size) };
  const down = { local: 0, national: 0 };
  let process: SimProcess | null = null;
  let number = 0;
  let halt = new AbortController();

  function start(): void {
    number += 1;
    halt = new AbortController();
    const born = createSimProcess(world, number, vault);
    process = born;
    world.trace(`start #${number}`);
    void live(born, halt.signal).catch((error: unknown) => {
      if (!born.isAlive()) return;
      born.kill();
      if (!(error instanceof SimLedgerError)) around.fail(`process threw ${told(error)}`);
      restart();
    });
  }

  function restart(): void {
    const downMs = world.strikes('long-downtime', 0.5) ? random() * 8 * HOUR_MS : RESTART_MS;
    time.at(time.mono() + downMs, start);
  }
  world.onCrash = restart;

  async function live(born: SimProcess, stopped: AbortSignal): Promise<void> {
    await born.boundary('recover');
    await born.ledger.recover(born.clock.now());
    const parts = partsOf(born, { world, around, down, halt: stopped });
    while (!stopped.aborted) {
      await runCycle(parts, { once: false, sends: true });
      mischief(born);
      await born.clock.sleep(plan.cycleMs, stopped);
    }
    born.kill();
    world.trace(`stopped #${born.number}`);
    restart();
  }

  /** Faults that are of no call: outages, stop signals, clock jumps. */
  function mischief(born: SimProcess): void {
    if (world.strikes('swizzle', 0.3)) down.national = time.mono() + random() * 3 * HOUR_MS;
    if (world.strikes('swizzle', 0.3)) down.local = time.mono() + random() * 3 * HOUR_MS;
    if (world.strikes('clock-jump', 0.1)) world.jumpWall((random() - 0.5) * 48 * HOUR_MS);
    if (!world.strikes('sigterm', 0.2)) return;
    time.at(time.mono() + plan.cycleMs + random() * 2_000, () => born.isAlive() && halt.abort());
  }

  return {
    start,
    /** Faults are off: whatever is in flight may end, then a person begins to settle what is stuck. */
    heal: () => createSimOperator(world, around, { vault }).start(),
    /** Two more rounds must write nothing on either side. */
    async finish() {
      halt.abort();
      process?.kill();
      world.onCrash = () => undefined;
      const quiet = createSimProcess(world, -1, vault);
      const before = writesOf(around);
      let ended = false;
      const rounds = async () => {
        const parts = partsOf(quiet, { world, around, down, halt: new AbortController().signal });
        for (let round = 0; round < 2; round += 1) await runCycle(parts, { once: true, sends: true });
        ended = true;
      };
      void rounds().catch((error: unknown) => around.fail(`the last rounds threw ${told(error)}`));
      if (!(await time.runWhile(() => !ended, time.mono() + 12 * HOUR_MS))) around.fail('the last rounds did not end');
      const after = writesOf(around);
      if (before !== after) around.fail(`I13 two more rounds wrote: ${before} -> ${after}`);
    },
  };
}

interface Parts {
  readonly world: SimWorld;
  readonly around: Surroundings;
  readonly down: { readonly local: number; readonly national: number };
  readonly halt: AbortSignal;
}

function partsOf(process: SimProcess, { world, around, down, halt }: Parts): CycleDeps {
  const net = (side: 'local' | 'national') =>
    createSimNetwork({ world, process, side, isDown: () => !world.isHealed() && world.time.mono() < down[side] });
  return {
    config: simConfig(world.plan),
    ledger: process.ledger,
    local: createSimLocal(world, around.local, net('local')),
    national: createSimNational(world, around.national, net('national')),
    clock: process.clock,
    random: world.random,
    halt,
    stop: new AbortController().signal,
    onProgress: () => undefined,
  };
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : 'something';
}

function bytes(random: () => number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
}
