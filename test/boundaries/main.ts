import process from 'node:process';
import { parseArgs } from 'node:util';
import { parsePoint } from './point.ts';
import { runPointsElsewhere, type Struck, strike } from './run-points.ts';
import { runScript } from './run-script.ts';
import { SCRIPTS } from './scripts.ts';

/**
 * `npm run boundaries -- [--script NAME] [--stride N]`: strikes every script at every place where the process can die or
 * the ledger can fail (every N-th one), and compares how it ends. `--script NAME --point P` replays one with its trace.
 */
const { values } = parseArgs({
  options: {
    script: { type: 'string' },
    point: { type: 'string' },
    stride: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
  },
});

const SHOWN = 5;
const out = (line: string) => process.stdout.write(`${line}\n`);

process.exitCode = values.point === undefined ? await runAll() : await replay(values.point);

async function replay(name: string): Promise<number> {
  const script = SCRIPTS.find((one) => one.name === values.script);
  const point = parsePoint(name);
  if (script === undefined || point === null) throw new Error('usage: --script NAME --point crash:17:once');
  const calm = await runScript(script, null);
  const violations = await strike(script, point, calm);
  for (const line of (await runScript(script, point)).lastLines) out(line);
  for (const violation of violations) out(violation);
  return violations.length === 0 ? 0 : 1;
}

async function runAll(): Promise<number> {
  const started = performance.now();
  const names = SCRIPTS.map((script) => script.name).filter((name) => (values.script ?? name) === name);
  const workers = Number(values.workers);
  const shares = Array.from({ length: workers }, (_, worker) =>
    names.map((script) => ({ script, stride: Number(values.stride), worker, workers })),
  );
  const struck = (await Promise.all(shares.map(runPointsElsewhere))).flat();
  const failing = names.map((name) => tell(name, struck)).reduce((sum, count) => sum + count, 0);
  const points = struck.reduce((sum, one) => sum + one.points, 0);
  const seconds = (performance.now() - started) / 1000;
  out(`\nboundaries: ${names.length} scripts, ${points} points, ${failing} failing, ${Math.round(seconds)} s`);
  return failing === 0 && points > 0 ? 0 : 1;
}

/** Prints how one script went. Gives the number of points at which it failed. */
function tell(name: string, struck: readonly Struck[]): number {
  const own = struck.filter((one) => one.script === name);
  const points = own.reduce((sum, one) => sum + one.points, 0);
  const failing = own.flatMap((one) => one.failing);
  out(`${name.padEnd(24)} ${String(points).padStart(6)} points  ${failing.length} failing`);
  for (const { point, violations } of failing.slice(0, SHOWN)) {
    out(`  FAILS: npm run boundaries -- --script ${name} --point ${point}`);
    for (const violation of violations) out(`    ${violation}`);
  }
  return failing.length;
}
