import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { checkAlways } from './check-always.ts';
import { checkEnd, isAtRest } from './check-end.ts';
import { edgesTaken } from './check-ledger.ts';
import { createLife } from './create-life.ts';
import type { Family } from './families.ts';
import { createLocalModel } from './local-model.ts';
import { createLocalViews } from './local-views.ts';
import type { Models } from './models.ts';
import { createNationalModel } from './national-model.ts';
import { createSimOperator } from './sim-operator.ts';
import { drawPlan, type SimPlan } from './sim-plan.ts';
import { createSimVault } from './sim-vault.ts';
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

/** What was closed long ago, as a clock that leapt has it, is asked for once a week. */
const LIVENESS_MS = 8 * 24 * 3_600_000;
const PATIENCE_MS = 60 * 3_600_000;
const LOOK_EVERY_MS = 3_600_000;

/** One whole simulated life: a phase with faults that must break nothing, then one without that must bring all to rest. */
export async function simulateRun(options: RunOptions): Promise<RunResult> {
  const random = seededRandom(options.seed);
  const plan = { ...drawPlan(options.seed, random, options.without), ...options.change };
  const world = createSimWorld({ plan, random });
  const local = createLocalModel();
  const national = createNationalModel();
  const models = { local, national };
  const views = createLocalViews(world, local);
  const vault = createSimVault(random);
  const sim = createLife(world, { ...models, views }, vault);
  startPeople(world, models);
  createSimOperator(world, models, { vault }).start();
  sim.start();
  for (const part of [0.25, 0.5, 0.75, 1]) {
    while (world.time.mono() < world.endOf(part)) await world.time.runUntil(world.endOf(part));
    for (const violation of checkAlways({ world, ...models })) world.fail(violation);
  }
  world.heal();
  // Somebody mends what could not be read.
  for (const row of local.rows.values()) {
    if (views.rejected.has(row.localId)) local.change(row, world.trueWall(), () => undefined);
  }
  if (plan.rates.list !== undefined) {
    for (const { id } of national.complaints.values()) national.touch(id, world.trueWall());
  }
  await convergence(world, models);
  await sim.finish();
  for (const violation of [...checkAlways({ world, ...models }), ...checkEnd({ world, ...models })])
    world.fail(violation);
  for (const { from, event } of edgesTaken(world)) world.hit(`${from} ${event}`);
  const result = {
    seed: options.seed,
    plan,
    violations: [...new Set(world.violations)],
    traceHash: world.traceHash(),
    lastLines: [...world.lastLines()],
    hits: world.hits,
    boundaries: world.boundaries,
    simulatedMs: world.time.mono(),
  };
  world.close();
  return result;
}

/** Lets time pass until all is at rest, eight days at most; a patient seed goes on for sixty hours at least. */
async function convergence(world: SimWorld, models: Models): Promise<void> {
  const { time, plan } = world;
  const endsAt = world.endOf(1) + LIVENESS_MS;
  // What was under way when the faults ended may still arrive, and must not be taken for rest.
  await time.runUntil(world.endOf(1) + plan.settleMs + LOOK_EVERY_MS);
  const patientUntil = plan.isPatient ? world.endOf(1) + PATIENCE_MS : 0;
  while (time.mono() < endsAt && (time.mono() < patientUntil || !isAtRest({ world, ...models }))) {
    await time.runUntil(Math.min(endsAt, time.mono() + LOOK_EVERY_MS));
  }
}
