import { detectType } from '../../src/attachments/detect-type.ts';
import { makeJpeg } from '../../src/simulate/make-jpeg.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { checkAlways } from '../simulation/check-always.ts';
import { checkEnd } from '../simulation/check-end.ts';
import { createLife } from '../simulation/create-life.ts';
import { createLocalModel } from '../simulation/local-model.ts';
import { createLocalViews } from '../simulation/local-views.ts';
import { createNationalModel } from '../simulation/national-model.ts';
import { createSimOperator } from '../simulation/sim-operator.ts';
import type { Family } from '../simulation/families.ts';
import type { SimPlan } from '../simulation/sim-plan.ts';
import { createSimVault } from '../simulation/sim-vault.ts';
import { createSimWorld, type Fate, type SimWorld } from '../simulation/sim-world.ts';
import { endState } from './end-state.ts';
import { CRASH_MODES, type Point } from './point.ts';
import type { Condition, Script } from './script.ts';
import { type Armed, createStage, type Stage } from './stage.ts';

export interface ScriptRun {
  /** What went wrong; empty is good. */
  readonly violations: readonly string[];
  readonly end: readonly string[];
  readonly boundaries: number;
  readonly writes: number;
  readonly lastLines: readonly string[];
}

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 5 * MINUTE_MS;
const REST_EVERY_MS = 15 * MINUTE_MS;
const PATIENCE_MS = 72 * 60 * MINUTE_MS;
const FAILING_MS = 3 * MINUTE_MS;

const PLAN: SimPlan = {
  seed: 0,
  rates: {},
  reports: 0,
  horizonMs: PATIENCE_MS,
  cycleMs: 15 * MINUTE_MS,
  settleMs: 5 * MINUTE_MS,
  concurrency: 3,
  perMinute: 10_000,
  maxAttempts: 12,
  resends: false,
  isPatient: false,
};

/** What looks at files is loaded with the first of them, and loading takes real time, which simulated time does not wait for. */
const ready = detectType(makeJpeg());

/** Plays a script to its end, struck at `point` or not at all. */
export async function runScript(script: Script, point: Point | null): Promise<ScriptRun> {
  await ready;
  const armed: Armed[] = [];
  const counted = { writes: 0, isOver: false };
  const plan = { ...PLAN, ...script.plan };
  const random = seededRandom(1);
  const world = createSimWorld({
    plan,
    random,
    fate: fateOf({ point, armed, counted, mono: () => world.time.mono() }),
  });
  const vault = createSimVault(random);
  const local = createLocalModel();
  const national = createNationalModel();
  const around = { local, national, views: createLocalViews(world, local) };
  const life = createLife(world, around, vault);
  const play = startPlay(world, script, createStage({ world, around, vault, armed }));
  createSimOperator(world, around, { vault, isDiligent: true, leavesAbsent: script.operator === 'only-finds' }).start();
  life.start();
  while (world.time.mono() < PATIENCE_MS) {
    await world.time.runUntil(world.time.mono() + REST_EVERY_MS);
    if (play.isOver() && checkEnd({ world, local, national }).length === 0) break;
  }
  const { boundaries } = world;
  counted.isOver = true;
  if (!play.isOver()) world.fail('the script did not come to its end');
  await life.finish();
  const violations = [
    ...world.violations,
    ...checkAlways({ world, local, national }),
    ...checkEnd({ world, local, national }),
  ];
  const end = endState({ world, local, national });
  const lastLines = world.lastLines();
  world.close();
  return { violations, end, boundaries, writes: counted.writes, lastLines };
}

/** Goes through the script's steps as what they wait for comes true. */
function startPlay(world: SimWorld, script: Script, stage: Stage): { isOver(): boolean } {
  const steps = script.play(stage);
  let waited: Condition = () => true;
  let over = false;
  function look(): void {
    while (!over && waited()) {
      const step = steps.next();
      if (step.done === true) over = true;
      else waited = step.value;
    }
    if (!over) world.time.at(world.time.mono() + LOOK_EVERY_MS, look);
  }
  world.time.at(0, look);
  return { isOver: () => over };
}

interface FateOptions {
  readonly point: Point | null;
  readonly armed: readonly Armed[];
  readonly counted: { writes: number; readonly isOver: boolean };
  readonly mono: () => number;
}

function fateOf({ point, armed, counted, mono }: FateOptions): Fate {
  let failingUntil: number | null = null;
  return {
    strikes: (family) => !counted.isOver && takes(armed, family),
    crashes(boundary) {
      if (counted.isOver || point?.type !== 'crash') return false;
      return CRASH_MODES[point.mode].some((behind) => point.at + behind === boundary);
    },
    failure(write) {
      if (counted.isOver) return null;
      counted.writes = write;
      if (point?.type !== 'ledger' || write < point.at) return null;
      if (point.mode === 'once') return write === point.at ? point.code : null;
      failingUntil ??= mono() + FAILING_MS;
      return mono() < failingUntil ? point.code : null;
    },
  };
}

function takes(armed: readonly Armed[], family: Family): boolean {
  const found = armed.find((one) => one.family === family && one.times > 0 && one.when());
  if (found === undefined) return false;
  found.times -= 1;
  return true;
}
