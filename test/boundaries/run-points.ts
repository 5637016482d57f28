import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { nameOfPoint, type Point, pointsOf } from './point.ts';
import { runScript, type ScriptRun } from './run-script.ts';
import type { Script } from './script.ts';
import { SCRIPTS } from './scripts.ts';

/** Which of a script's points to strike: all of them, or every `stride`th, spread over the workers. */
export interface Share {
  readonly script: string;
  readonly stride: number;
  readonly worker: number;
  readonly workers: number;
}

export interface Struck {
  readonly script: string;
  readonly points: number;
  readonly failing: readonly { readonly point: string; readonly violations: readonly string[] }[];
}

const SELF = fileURLToPath(import.meta.url);

/** Strikes one script at every point of a share, each in a life of its own. */
async function runPoints({ script: name, stride, worker, workers }: Share): Promise<Struck> {
  const script = SCRIPTS.find((one) => one.name === name);
  if (script === undefined) throw new Error(`no script ${name}`);
  const calm = await runScript(script, null);
  if (calm.violations.length > 0) {
    return { script: name, points: 0, failing: [{ point: 'none', violations: calm.violations }] };
  }
  // The offset keeps every mode among what a stride leaves.
  const points = pointsOf(calm).filter((_, index) => index % stride === 0 && (index / stride) % workers === worker);
  const failing: { point: string; violations: readonly string[] }[] = [];
  for (const point of points) {
    const violations = await strike(script, point, calm);
    if (violations.length > 0) failing.push({ point: nameOfPoint(point), violations });
  }
  return { script: name, points: points.length, failing };
}

/** What is wrong when a script is struck at a point: it must end as it does in a calm life. */
export async function strike(script: Script, point: Point, calm: ScriptRun): Promise<readonly string[]> {
  const { violations, end } = await runScript(script, point);
  const differing = end.filter((line) => !calm.end.includes(line)).map((line) => `I10 only here: ${line}`);
  const missing = calm.end.filter((line) => !end.includes(line)).map((line) => `I10 missing here: ${line}`);
  return [...violations, ...differing, ...missing];
}

/** The same in a process of its own. */
export function runPointsElsewhere(shares: readonly Share[]): Promise<readonly Struck[]> {
  return new Promise((resolve, reject) => {
    const child = fork(SELF, [], { env: { ...process.env, BOUNDARY_WORKER: '1' } });
    child.once('message', (struck) => resolve(struck as readonly Struck[]));
    child.once('exit', (code) => reject(new Error(`a worker ended with ${code}`)));
    child.send(shares);
  });
}

async function runShares(shares: readonly Share[]): Promise<readonly Struck[]> {
  const struck: Struck[] = [];
  for (const share of shares) struck.push(await runPoints(share));
  return struck;
}

if (process.env.BOUNDARY_WORKER === '1') {
  process.once('message', (shares) => {
    void runShares(shares as Share[]).then((struck) => process.send?.(struck, () => process.disconnect()));
  });
}
