import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { checkAlways, checkEnd } from './check-end.ts';
import { createLife } from './create-life.ts';
import { createLocalModel } from './local-model.ts';
import { createNationalModel } from './national-model.ts';
import { drawPlan, type Family, type SimPlan } from './sim-plan.ts';
import { createSimWorld, type SimWorld } from './sim-world.ts';
import { startPeople } from './start-people.ts';

export interface RunOptions {
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

/** One whole simulated life: a phase with faults that must break nothing, then one without that must bring all to rest. */
export async function simulateRun(options: RunOptions): Promise<RunResult> {
  const random = seededRandom(options.seed);
  const plan = { ...drawPlan(options.seed, random, options.without), ...options.change };
  const world = createSimWorld({ plan, random });
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
  violations.push(...checkAlways({ world, local, national }), ...checkEnd({ world, local, national }));
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
