import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { pointsOf } from '../boundaries/point.ts';
import { runScript } from '../boundaries/run-script.ts';
import { SCRIPTS } from '../boundaries/scripts.ts';
import { simulateRun } from '../simulation/simulate-run.ts';
import type { Ends } from './ends.ts';

/**
 * Looks for anything wrong in the bridge of this tree: scripts that end otherwise than they should, calm and struck, then
 * simulated lives. Prints a line for each step, so that one that never ends shows, and at last what it found.
 */
const { values } = parseArgs({
  options: {
    ends: { type: 'string' },
    seeds: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});

const POINTS_EACH = 12;
const tell = (line: string) => process.stdout.write(`${line}\n`);

tell(`found ${(await hunt()) ?? 'nothing'}`);

async function hunt(): Promise<string | null> {
  const ends = JSON.parse(readFileSync(values.ends ?? '', 'utf8')) as Ends;
  try {
    return (await huntScripts(ends)) ?? (await huntSeeds(Number(values.seed), Number(values.seeds)));
  } catch (error) {
    return `an error: ${error instanceof Error ? error.message : 'something'}`;
  }
}

async function huntScripts(ends: Ends): Promise<string | null> {
  const isWrong = ({ violations, end }: Awaited<ReturnType<typeof runScript>>, name: string) =>
    violations.length > 0 || end.join('\n') !== ends[name];
  for (const script of SCRIPTS) {
    const calm = await runScript(script, null);
    tell(script.name);
    if (isWrong(calm, script.name)) return `by script ${script.name}`;
    const points = pointsOf(calm);
    const stride = Math.ceil(points.length / POINTS_EACH);
    for (const [index, point] of points.entries()) {
      if (index % stride !== Number(values.seed) % stride) continue;
      if (isWrong(await runScript(script, point), script.name)) return `by script ${script.name}, struck`;
    }
  }
  return null;
}

async function huntSeeds(first: number, count: number): Promise<string | null> {
  for (let index = 0; index < count; index += 1) {
    const seed = (first + index) % 2 ** 32;
    const { violations, traceHash } = await simulateRun({ seed });
    tell(`seed ${seed}`);
    if (violations.length > 0) return `by seed ${seed}, the ${index + 1}. of ${count}`;
    if (index < 5 && (await simulateRun({ seed })).traceHash !== traceHash) return `by seed ${seed}, run twice`;
  }
  return null;
}
