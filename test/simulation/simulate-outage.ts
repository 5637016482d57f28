import type { Side } from '../../src/ledger/delivery.ts';
import { runCycle } from '../../src/run-cycle.ts';
import { createLeapWatch } from '../../src/settle/create-leap-watch.ts';
import { seededRandom } from '../../src/simulate/seeded-random.ts';
import { createSimLocal } from './create-sim-local.ts';
import { createSimNational } from './create-sim-national.ts';
import { createLocalModel } from './local-model.ts';
import { createLocalViews } from './local-views.ts';
import { createNationalModel } from './national-model.ts';
import { simConfig } from './sim-config.ts';
import { createSimNetwork, type SimNetwork } from './sim-network.ts';
import { drawPlan, type SimPlan } from './sim-plan.ts';
import { createSimProcess } from './sim-process.ts';
import { createSimVault } from './sim-vault.ts';
import { createSimWorld } from './sim-world.ts';

export interface Outage {
  readonly reports: number;
  /** Requests a minute that LAPOR! allows. */
  readonly perMinute: number;
}

/** How the bridge caught up; times from the first answer after the outage to the last report. */
export interface CatchUp {
  readonly filed: number;
  /** From the end of the outage to the first answer, ms. */
  readonly noticedMs: number;
  readonly tookMs: number;
  /** Requests in that time, as a share of those allowed. */
  readonly used: number;
  /** Of all requests of outage and catch-up, those that were sent before. */
  readonly repeated: number;
  /** The furthest that a report went before an older one, in places. */
  readonly outOfPlace: number;
}

const HOUR_MS = 3_600_000;
const OUTAGE_MS = 72 * HOUR_MS;
const SEED = 72;
const QUICK_PER_MINUTE = 10_000;

/** LAPOR! is cut off for 72 hours while reports come in evenly; then it answers again, and nothing else goes wrong. */
export async function simulateOutage({ reports, perMinute }: Outage): Promise<CatchUp> {
  const random = seededRandom(SEED);
  const plan: SimPlan = { ...drawPlan(SEED, random), rates: {}, perMinute, concurrency: 4, maxAttempts: 12 };
  const world = createSimWorld({ plan, random });
  const { time } = world;
  const [local, national] = [createLocalModel(), createNationalModel()];
  const requests: Request[] = [];
  const isDown = (side: Side) => side === 'national' && time.mono() < OUTAGE_MS;
  const process = createSimProcess(world, 1, createSimVault(random));
  // The city answers as fast as it is asked: what is measured is the way to LAPOR!.
  const quick = { ...world, plan: { ...plan, perMinute: QUICK_PER_MINUTE } };
  const networkTo = (side: Side) =>
    createSimNetwork({ world: side === 'local' ? quick : world, process, side, isDown: () => isDown(side) });
  const halt = new AbortController();
  const config = simConfig(plan, 0);
  const deps = {
    config: { ...config, policy: { ...config.policy, guard: { maxNewPerCycle: reports + 1 } } },
    ledger: process.ledger,
    local: createSimLocal(world, { model: local, views: createLocalViews(world, local), network: networkTo('local') }),
    national: createSimNational(world, national, counted(networkTo('national'), requests, time.mono)),
    clock: process.clock,
    leaps: createLeapWatch(process.clock),
    random,
    halt: halt.signal,
    stop: new AbortController().signal,
    onProgress: () => undefined,
  };
  for (let index = 0; index < reports; index += 1) {
    time.at((index / reports) * OUTAGE_MS, () => void local.file(newReport(index), world.trueWall(), world.trueWall()));
  }
  const live = async () => {
    while (!halt.signal.aborted) {
      await runCycle(deps, { once: false, sends: true });
      await process.clock.sleep(5 * 60_000, halt.signal);
    }
  };
  void live().catch((error: unknown) => world.fail(String(error)));
  await time.runUntil(OUTAGE_MS);
  await time.runWhile(() => national.complaints.size < reports, OUTAGE_MS + 30 * 24 * HOUR_MS);
  const endedAt = time.mono();
  halt.abort();
  const result = measure(requests, {
    endedAt,
    perMinute,
    order: [...national.complaints.values()].map((one) => one.reference),
  });
  world.close();
  return { filed: national.complaints.size, ...result };
}

interface Request {
  readonly at: number;
  readonly what: string;
  isAnswered: boolean;
}

/** The same network, with every request to it written down. */
function counted(network: SimNetwork, requests: Request[], now: () => number): SimNetwork {
  const noted = async <T extends { readonly kind?: string; readonly ok?: boolean }>(
    what: string,
    send: () => Promise<T>,
  ) => {
    const request: Request = { at: now(), what, isAnswered: false };
    requests.push(request);
    const result = await send();
    request.isAnswered = result.ok === true || result.kind === 'done';
    return result;
  };
  return {
    gate: network.gate,
    read: (operation, answer) => noted(operation, () => network.read(operation, answer)),
    write: (what, context, effect) =>
      noted(`${what.operation} ${what.subject}`, () => network.write(what, context, effect)),
  };
}

interface Circumstances {
  readonly endedAt: number;
  readonly perMinute: number;
  /** References in the order in which they were filed. */
  readonly order: readonly string[];
}

function measure(requests: readonly Request[], { endedAt, perMinute, order }: Circumstances): Omit<CatchUp, 'filed'> {
  const first = requests.find(({ at, isAnswered }) => at >= OUTAGE_MS && isAnswered)?.at ?? Number.POSITIVE_INFINITY;
  const tookMs = endedAt - first;
  const within = requests.filter(({ at }) => at >= first && at <= endedAt);
  const writes = requests.map(({ what }) => what).filter((what) => what.startsWith('create '));
  const numbers = order.map((reference) => Number(/-(\d+)\]/.exec(reference)?.[1]));
  const sorted = new Map([...numbers].sort((a, b) => a - b).map((number, place) => [number, place]));
  return {
    noticedMs: first - OUTAGE_MS,
    tookMs,
    used: within.length / ((tookMs / 60_000) * perMinute),
    repeated: (writes.length - new Set(writes).size) / requests.length,
    outOfPlace: Math.max(0, ...numbers.map((number, place) => Math.abs((sorted.get(number) ?? 0) - place))),
  };
}

function newReport(index: number) {
  return {
    text: `Laporan nomor ${index}: jalan rusak.`,
    institution: 'DPUPR',
    reporter: { name: `Warga ${index}`, email: null, phone: null, nik: null },
    privacy: { anonymous: false, secret: false },
  };
}
