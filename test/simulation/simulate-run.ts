import { runCycle } from '../../src/run-cycle.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { checkAlways, checkEnd } from './check-run.ts';
import { createLocalModel } from './local-model.ts';
import { createNationalModel } from './national-model.ts';
import { simConfig } from './sim-config.ts';
import { createSimNetwork } from './sim-network.ts';
import { startPeople } from './sim-people.ts';
import { drawPlan, type Family, type SimPlan } from './sim-plan.ts';
import { createSimProcess, SimLedgerError, type SimProcess } from './sim-process.ts';
import { createSimLocal, createSimNational } from './sim-systems.ts';
import { createSimWorld, type SimWorld, type WorldOptions } from './sim-world.ts';

export interface RunOptions extends Pick<WorldOptions, 'crashAt' | 'failWrite'> {
  readonly seed: number;
  readonly without?: ReadonlySet<Family>;
  /** Replaces parts of the drawn plan, for scripts. */
  readonly change?: Partial<SimPlan>;
}

export interface RunResult {
  readonly seed: number;
  readonly plan: SimPlan;
  /** What went wrong; empty is good. */
  readonly violations: readonly string[];
  readonly traceHash: string;
  readonly lastLines: readonly string[];
  readonly hits: ReadonlyMap<string, number>;
  readonly boundaries: number;
  readonly simulatedMs: number;
}

const LIVENESS_MS = 60 * 3_600_000;
const OPERATOR_EVERY_MS = 1_800_000;
const RESTART_MS = 5_000;

/** One whole simulated life: a phase with faults that must break nothing, then one without that must bring all to rest. */
export async function simulateRun(options: RunOptions): Promise<RunResult> {
  const random = seededRandom(options.seed);
  const plan = { ...drawPlan(options.seed, random, options.without), ...options.change };
  const { crashAt, failWrite } = options;
  const world = createSimWorld({
    plan,
    random,
    ...(crashAt === undefined ? {} : { crashAt }),
    ...(failWrite === undefined ? {} : { failWrite }),
  });
  const local = createLocalModel();
  const national = createNationalModel();
  const violations: string[] = [];
  const sim = createLife(world, { local, national, fail: (text) => violations.push(text) });
  startPeople(world, local, national);
  sim.start();
  const stages = [0.25, 0.5, 0.75, 1];
  for (const part of stages) {
    await world.time.runUntil(plan.horizonMs * part);
    violations.push(...checkAlways({ world, local, national }));
  }
  world.heal();
  sim.heal();
  await world.time.runUntil(plan.horizonMs + LIVENESS_MS);
  await sim.finish();
  violations.push(
    ...checkAlways({ world, local, national }),
    ...(await checkEnd({ world, local, national, config: simConfig(plan) })),
  );
  countEdges(world);
  const result = {
    seed: options.seed,
    plan,
    violations: [...new Set(violations)],
    traceHash: world.traceHash(),
    lastLines: [...world.lastLines()],
    hits: world.hits,
    boundaries: world.boundaries,
    simulatedMs: world.time.mono(),
  };
  world.database.close();
  return result;
}

/** Which edges of the lifecycle were taken, read back from the history. */
function countEdges(world: SimWorld): void {
  const rows = world.database
    .prepare(`select delivery_id as id, event, data from history where delivery_id is not null order by seq`)
    .all() as { id: number; event: string; data: string }[];
  const states = new Map<number, string>();
  for (const { id, event, data } of rows) {
    const { state } = JSON.parse(data) as { state?: string };
    const before = states.get(id);
    if (before !== undefined && event.startsWith('delivery-'))
      world.hit(`${before} ${event.slice('delivery-'.length)}`);
    if (state !== undefined) states.set(id, state);
  }
}

interface Surroundings {
  readonly local: ReturnType<typeof createLocalModel>;
  readonly national: ReturnType<typeof createNationalModel>;
  readonly fail: (violation: string) => void;
}

/** The process as a supervisor keeps it: started, killed by faults, started again. */
function createLife(world: SimWorld, { local, national, fail }: Surroundings) {
  const { plan, random, time } = world;
  const config = simConfig(plan);
  const vault = { masterKey: new Uint8Array(32).fill(7), randomBytes: (size: number) => bytes(random, size) };
  let process: SimProcess | null = null;
  let number = 0;
  let halt = new AbortController();
  const downUntil = { local: 0, national: 0 };

  function start(): void {
    number += 1;
    halt = new AbortController();
    const born = createSimProcess(world, number, vault);
    process = born;
    world.trace(`start #${number}`);
    void live(born, halt.signal).catch((error: unknown) => {
      if (!born.isAlive()) return;
      born.kill();
      if (!(error instanceof SimLedgerError))
        fail(`process threw ${error instanceof Error ? (error.stack ?? error.message) : 'something'}`);
      world.trace(`ended #${born.number}`);
      restart();
    });
  }

  function restart(): void {
    const downMs = world.strikes('long-downtime', 0.5) ? random() * 8 * 3_600_000 : RESTART_MS;
    time.at(time.mono() + downMs, start);
  }
  world.onCrash = restart;

  function deps(born: SimProcess, stopped: AbortSignal) {
    const net = (side: 'local' | 'national') =>
      createSimNetwork({
        world,
        process: born,
        side,
        isDown: () => !world.isHealed() && time.mono() < downUntil[side],
      });
    return {
      config,
      ledger: born.ledger,
      local: createSimLocal(world, local, net('local')),
      national: createSimNational(world, national, net('national')),
      clock: born.clock,
      random,
      halt: stopped,
      stop: new AbortController().signal,
      onProgress: () => undefined,
    };
  }

  async function live(born: SimProcess, stopped: AbortSignal): Promise<void> {
    await born.boundary('recover');
    await born.ledger.recover(born.clock.now());
    const parts = deps(born, stopped);
    while (!stopped.aborted) {
      await runCycle(parts, { once: false, sends: true });
      mischief(born);
      await born.clock.sleep(plan.cycleMs, stopped);
    }
    born.kill();
    world.trace(`stopped #${born.number}`);
    restart();
  }

  /** Faults that are of no call: outages, stop signals, pauses, clock jumps. */
  function mischief(born: SimProcess): void {
    if (world.strikes('swizzle', 0.3)) downUntil.national = time.mono() + random() * 3 * 3_600_000;
    if (world.strikes('swizzle', 0.3)) downUntil.local = time.mono() + random() * 3 * 3_600_000;
    if (world.strikes('clock-jump', 0.1)) world.jumpWall((random() - 0.5) * 2 * 86_400_000);
    if (world.strikes('sigterm', 0.2))
      time.at(time.mono() + plan.cycleMs + random() * 2_000, () => born.isAlive() && halt.abort());
    if (world.strikes('pause', 0.2)) time.at(time.mono() + random() * plan.cycleMs, () => undefined);
  }

  async function operator(): Promise<void> {
    const acting = createSimProcess(world, 0, vault);
    const { stuck } = await acting.ledger.readAttention();
    for (const one of stuck) {
      if (one.localId === null || one.state !== 'parked') continue;
      const at = world.wall();
      if (one.reason === 'refused') await acting.ledger.retry(one.localId, at);
      else if (one.kind === 'create') {
        const found = national.find(`[Ref: ${config.site}-${one.localId}]`)[0];
        await acting.ledger.resolve(one.localId, found?.id ?? null, at);
      } else await acting.ledger.resolve(one.localId, null, at);
    }
  }

  function actAgain(): void {
    void operator().catch((error: unknown) =>
      fail(`operator threw ${error instanceof Error ? error.stack : 'something'}`),
    );
    time.at(time.mono() + OPERATOR_EVERY_MS, actAgain);
  }

  return {
    start,
    /** Faults are off: whatever is in flight may end, then a person begins to settle what is stuck. */
    heal() {
      time.at(time.mono() + plan.settleMs + 60_000, actAgain);
    },
    /** Two more rounds must write nothing on either side. */
    async finish() {
      halt.abort();
      process?.kill();
      world.onCrash = () => undefined;
      const quiet = createSimProcess(world, -1, vault);
      const before = writesOf(local, national);
      let ended = false;
      const rounds = async () => {
        for (let round = 0; round < 2; round += 1) {
          await runCycle(deps(quiet, new AbortController().signal), { once: true, sends: true });
        }
        ended = true;
      };
      const failed = rounds().catch((error: unknown) =>
        fail(`last rounds threw ${error instanceof Error ? error.stack : ''}`),
      );
      await time.runWhile(() => !ended, time.mono() + 12 * 3_600_000);
      if (!ended) fail('the last rounds did not end');
      await Promise.race([failed, Promise.resolve()]);
      const after = writesOf(local, national);
      if (before !== after) fail(`I13 two more rounds wrote: ${before} -> ${after}`);
    },
  };
}

function writesOf(local: Surroundings['local'], national: Surroundings['national']): string {
  const rows = [...local.rows.values()];
  const complaints = [...national.complaints.values()];
  const count = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  return JSON.stringify({
    filed: complaints.length,
    answers: count(complaints.map((one) => one.answers.length)),
    rejects: count(complaints.map((one) => one.rejects)),
    writes: count(rows.map((row) => row.writes.length)),
    responses: count(rows.map((row) => row.responses.length)),
  });
}

function bytes(random: () => number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
}
