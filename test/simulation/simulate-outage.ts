import type { Config } from '../../src/config/to-config.ts';
import { type CycleDeps, runCycle } from '../../src/cycle/run-cycle.ts';
import type { Side } from '../../src/ledger/delivery.ts';
import { createLeapWatch } from '../../src/settle/create-leap-watch.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { createSimLocal } from './create-sim-local.ts';
import { createSimNational } from './create-sim-national.ts';
import { createLocalModel, type LocalModel } from './local-model.ts';
import { createLocalViews, type LocalViews } from './local-views.ts';
import { type CatchUp, measureCatchUp } from './measure-catch-up.ts';
import { createNationalModel } from './national-model.ts';
import { simConfig } from './sim-config.ts';
import { createSimNetwork } from './sim-network.ts';
import { drawPlan } from './sim-plan.ts';
import { createSimProcess, type SimProcess } from './sim-process.ts';
import { createSimVault } from './sim-vault.ts';
import { createSimWorld, type SimWorld } from './sim-world.ts';
import { type WatchedNetwork, watchedNetwork } from './watched-network.ts';

export interface Outage {
  /** The side that is away. */
  readonly side: Side;
  /** Changes that wait for it when it is back. */
  readonly queued: number;
  /** Requests a minute that it allows. */
  readonly perMinute: number;
}

export const CONCURRENCY = 4;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const OUTAGE_MS = 72 * HOUR_MS;
const PATIENCE_MS = 60 * 24 * HOUR_MS;
/** As the daemon does. */
const ROUND_MAX_MS = 5 * MINUTE_MS;
const ROUND_EVERY_MS = 2 * MINUTE_MS;
const PAGE_SIZE = 1_000;
/** No row of this city is seen late: reading a quarter of an hour again and again would take most of the time. */
const OVERLAP_MS = MINUTE_MS;
/** Requests that LAPOR! allows for each report while the city is away: most is read, too. */
const SPARE = 1.4;
const SEED = 72;

/** What carries a change to each side. */
const CARRIER = { national: 'create ', local: 'write-back ' } as const satisfies Record<Side, string>;

/**
 * One side is cut off for 72 hours; then it answers again, and nothing else goes wrong. While LAPOR! is away, reports come
 * in evenly. The city goes away once the bridge has read its reports: they are filed meanwhile, and their numbers wait.
 */
export async function simulateOutage(outage: Outage): Promise<CatchUp> {
  const { side, queued, perMinute } = outage;
  const world = createOutageWorld();
  const { time, random } = world;
  const city = createLocalModel();
  const away = awayOf(outage, world, city);
  const halt = new AbortController();
  const process = createSimProcess(world, 1, createSimVault(random));
  const ways = waysOf(outage, { world, process, isAway: away.isNow, stop: halt.signal });
  const views = createLocalViews(world, city, PAGE_SIZE);
  const deps = {
    config: outageConfig(outage),
    ledger: process.ledger,
    local: createSimLocal(world, { model: city, views: away.after(views), network: ways.local }),
    national: createSimNational(world, createNationalModel(), ways.national),
    clock: process.clock,
    leaps: createLeapWatch(process.clock),
    random,
    stop: new AbortController().signal,
    onProgress: () => undefined,
  };
  void live(deps, halt.signal).catch((error: unknown) => world.fail(String(error)));
  const arrived = () => [...ways[side].written].filter((what) => what.startsWith(CARRIER[side])).map(subjectOf);
  const isUnderWay = () => ways[side].written.size < queued && world.violations.length === 0;
  await time.runWhile(isUnderWay, OUTAGE_MS + PATIENCE_MS);
  halt.abort();
  const [violation] = world.violations;
  if (violation !== undefined) throw new Error(violation);
  const owed = side === 'national' ? [...city.rows.keys()] : [...ways.national.written].map(subjectOf);
  const around = { perMinute, backAt: away.until(), endedAt: time.mono(), owed, arrived: arrived() };
  world.close();
  return measureCatchUp(ways[side].requests, around);
}

/** Round after round, as the daemon has them. */
async function live(deps: Omit<CycleDeps, 'halt'>, halt: AbortSignal): Promise<void> {
  const { clock } = deps;
  while (!halt.aborted) {
    const startedAt = clock.mono();
    const [timeUp, over] = [new AbortController(), new AbortController()];
    void clock.sleep(ROUND_MAX_MS, over.signal).then(() => timeUp.abort());
    await runCycle({ ...deps, halt: AbortSignal.any([halt, timeUp.signal]) }, { once: false, sends: true });
    over.abort();
    await clock.sleep(startedAt + ROUND_EVERY_MS - clock.mono(), halt);
  }
}

function createOutageWorld(): SimWorld {
  const random = seededRandom(SEED);
  return createSimWorld({ plan: { ...drawPlan(SEED, random), rates: {}, maxAttempts: 12 }, random });
}

/** When the side is away, and the reports that come in before or meanwhile. */
function awayOf({ side, queued }: Outage, { time, trueWall }: SimWorld, city: LocalModel) {
  let from = side === 'national' ? 0 : Number.POSITIVE_INFINITY;
  const until = () => from + OUTAGE_MS;
  for (let index = 0; index < queued; index += 1) {
    const file = () => void city.file(newReport(index), trueWall(), trueWall());
    if (side === 'national') time.at((index / queued) * OUTAGE_MS, file);
    else file();
  }
  return {
    until,
    isNow: () => time.mono() >= from && time.mono() < until(),
    /** The same views; the city goes away once all of it was seen. */
    after: (views: LocalViews): LocalViews => ({
      ...views,
      page(sinceMs, page) {
        const shown = views.page(sinceMs, page);
        if (!shown.more) from = Math.min(from, time.mono());
        return shown;
      },
    }),
  };
}

/** The networks to both sides. */
function waysOf(
  outage: Outage,
  parts: {
    readonly world: SimWorld;
    readonly process: SimProcess;
    readonly isAway: () => boolean;
    readonly stop: AbortSignal;
  },
): Readonly<Record<Side, WatchedNetwork>> {
  const { world, process, isAway, stop } = parts;
  const to = (side: Side) => {
    const plan = { ...world.plan, perMinute: limitsOf(outage)[side], concurrency: CONCURRENCY };
    const isDown = () => side === outage.side && isAway();
    const network = createSimNetwork({ world: { ...world, plan }, process, side, isDown });
    return watchedNetwork(network, { clock: process.clock, random: world.random, stop });
  };
  return { local: to('local'), national: to('national') };
}

/** LAPOR! takes all of the city's reports during its outage, and not many more requests. */
function limitsOf({ side, queued, perMinute }: Outage): Readonly<Record<Side, number>> {
  const national = side === 'national' ? perMinute : Math.max(2, Math.ceil((SPARE * queued) / (OUTAGE_MS / MINUTE_MS)));
  return { local: perMinute, national };
}

function outageConfig(outage: Outage): Config {
  const config = simConfig({ ...drawPlan(SEED, seededRandom(SEED)), maxAttempts: 12, concurrency: CONCURRENCY }, 0);
  const limits = limitsOf(outage);
  const { local, national } = config;
  if (local.kind !== 'rest') throw new Error('the simulated city is a REST application');
  return {
    ...config,
    local: { ...local, overlapMs: OVERLAP_MS, limits: { ...local.limits, perMinute: limits.local } },
    national: { ...national, limits: { ...national.limits, perMinute: limits.national } },
    policy: { ...config.policy, guard: { maxNewPerCycle: outage.queued + 1 } },
  };
}

function subjectOf(what: string): string {
  return what.slice(what.indexOf(' ') + 1);
}

function newReport(index: number) {
  return {
    text: `Laporan nomor ${index}: jalan rusak.`,
    institution: 'DPUPR',
    reporter: { name: `Warga ${index}`, email: null, phone: null, nik: null },
    privacy: { anonymous: false, secret: false },
  };
}
