import { parseArgs } from 'node:util';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { missing, report } from './report.ts';
import { runSeeds } from './run-seeds.ts';
import { shrink } from './shrink.ts';
import { simulateRun } from './simulate-run.ts';

/**
 * `npm run sim -- --seeds N [--seed S]`: runs the seeds kept for ever, then S to S+N-1 (S random when left out).
 * `--seed S --trace` replays one and prints its last lines.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    trace: { type: 'boolean', default: false },
    workers: { type: 'string', default: '2' },
  },
});

const UINT32 = 2 ** 32;
const FULL_COVERAGE_SEEDS = 6_000;
/** Of so many that fail the faults they need are looked for, and their last lines shown. */
const TRACED = 5;
const seed = values.seed === undefined ? Math.floor(Math.random() * UINT32) : Number(values.seed) >>> 0;
const out = (line: string) => process.stdout.write(`${line}\n`);

process.exitCode = values.trace ? await replay() : await runAll();

async function replay(): Promise<number> {
  const result = await simulateRun({ seed });
  for (const line of result.lastLines) out(line);
  out(`seed ${seed} trace ${result.traceHash}`);
  for (const violation of result.violations) out(violation);
  return result.violations.length === 0 ? 0 : 1;
}

async function runAll(): Promise<number> {
  const count = Number(values.seeds);
  const started = performance.now();
  const seeds = [...KEPT_SEEDS, ...Array.from({ length: count }, (_, index) => (seed + index) % UINT32)];
  const outcome = await runSeeds(seeds, Number(values.workers));
  const seconds = (performance.now() - started) / 1000;
  out(report(outcome));
  for (const [index, failing] of outcome.failing.entries()) {
    out(`\nseed ${failing.seed} FAILS (npm run sim -- --seed ${failing.seed} --trace)`);
    for (const violation of failing.violations) out(`  ${violation}`);
    if (index >= TRACED) continue;
    out(`  needed faults: ${(await shrink(failing.seed)).join(', ') || 'none'}`);
    for (const line of failing.lastLines) out(`    ${line}`);
  }
  const days = outcome.simulatedMs / 86_400_000;
  const gaps = count >= FULL_COVERAGE_SEEDS ? missing(outcome) : [];
  for (const gap of gaps) out(`never often enough: ${gap}`);
  out(
    `\nfrom seed ${seed}: ${seeds.length} runs, ${outcome.failing.length} failing; ` +
      `${(seeds.length / seconds).toFixed(1)} runs/s, ${Math.round((days / seconds) * 60)} simulated days a minute`,
  );
  return outcome.failing.length === 0 && gaps.length === 0 ? 0 : 1;
}
