import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { simulateRun } from './simulate-run.ts';

export interface Failing {
  readonly seed: number;
  readonly violations: readonly string[];
  readonly lastLines: readonly string[];
}

export interface Outcome {
  readonly failing: readonly Failing[];
  /** How often each fault struck and each edge of the lifecycle was taken. */
  readonly hits: Readonly<Record<string, number>>;
  readonly simulatedMs: number;
}

const SELF = fileURLToPath(import.meta.url);
const TWICE_EVERY = 100;
const PER_PROCESS = 400;
const NOTHING: Outcome = { failing: [], hits: {}, simulatedMs: 0 };
/** Each worker lives in another zone: nothing may depend on that of the machine. */
const ZONES = ['Asia/Jakarta', 'America/New_York', 'UTC', 'Asia/Jayapura'];

/** Runs seeds in as many processes, and adds up what they found. One seed in a hundred runs twice: its trace must agree. */
export async function runSeeds(seeds: readonly number[], workers: number): Promise<Outcome> {
  if (workers <= 1) return await runHere(seeds);
  const shares = Array.from({ length: workers }, (_, worker) =>
    seeds.filter((__, index) => index % workers === worker),
  );
  return (await Promise.all(shares.map(runShare))).reduce(sum);
}

/** A few hundred in one process: each leaves something of itself behind. */
async function runShare(seeds: readonly number[], worker: number): Promise<Outcome> {
  let total = NOTHING;
  for (let from = 0; from < seeds.length; from += PER_PROCESS) {
    const part = seeds.slice(from, from + PER_PROCESS);
    total = sum(total, await runElsewhere(part, zoneOf(part, worker)));
  }
  return total;
}

async function runHere(seeds: readonly number[]): Promise<Outcome> {
  let total = NOTHING;
  for (const [index, seed] of seeds.entries()) total = sum(total, await runOne(seed, index % TWICE_EVERY === 0));
  return total;
}

async function runOne(seed: number, isTwice: boolean): Promise<Outcome> {
  try {
    const result = await simulateRun({ seed });
    const violations = [...result.violations];
    if (isTwice && (await simulateRun({ seed })).traceHash !== result.traceHash) {
      violations.push('I36 the same seed ran differently');
    }
    const failing = violations.length === 0 ? [] : [{ seed, violations, lastLines: result.lastLines }];
    return { failing, hits: Object.fromEntries(result.hits), simulatedMs: result.simulatedMs };
  } catch (error) {
    // The others go on, and the seed is told.
    const failing = [{ seed, violations: [`threw ${error}`], lastLines: [] }];
    return { failing, hits: {}, simulatedMs: 0 };
  }
}

/** Over many runs every zone has its turn. */
function zoneOf(seeds: readonly number[], worker: number): string {
  return ZONES[((seeds.at(-1) ?? 0) + worker) % ZONES.length] ?? 'UTC';
}

function runElsewhere(seeds: readonly number[], zone: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = fork(SELF, [], { env: { ...process.env, SIM_WORKER: '1', TZ: zone } });
    child.once('message', (outcome) => resolve(outcome as Outcome));
    child.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
    child.send(seeds);
  });
}

function sum(a: Outcome, b: Outcome): Outcome {
  const hits: Record<string, number> = { ...a.hits };
  for (const [name, count] of Object.entries(b.hits)) hits[name] = (hits[name] ?? 0) + count;
  return { failing: [...a.failing, ...b.failing], hits, simulatedMs: a.simulatedMs + b.simulatedMs };
}

if (process.env.SIM_WORKER === '1') {
  process.once('message', (seeds) => {
    void runHere(seeds as number[]).then((outcome) => process.send?.(outcome, () => process.disconnect()));
  });
}
