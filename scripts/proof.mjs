// Runs what proves the promise and takes too long for `npm test`, at the size that fits a run of CI, one after the other
// and all of them whatever fails. Each step is an npm script of its own, so that it can be run alone and longer.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');

/** @type {readonly (readonly [script: string, ...args: string[]])[]} */
const STEPS = [
  ['coverage'],
  ['test:long'],
  ['sim', '--seeds', '1500'],
  ['boundaries', '--stride', '16'],
  ['mutants', '--sample', '12'],
  ['chaos', '--kills', '25'],
];

const results = STEPS.map(([script, ...args]) => {
  const startMs = performance.now();
  process.stdout.write(`proof: npm run ${[script, '--', ...args].join(' ')}\n`);
  const { status } = spawnSync('npm', ['run', '--silent', script, '--', ...args], { cwd: root, stdio: 'inherit' });
  return { script, isOk: status === 0, seconds: Math.round((performance.now() - startMs) / 1000) };
});

for (const { script, isOk, seconds } of results) {
  process.stdout.write(`proof: ${script.padEnd(12)} ${isOk ? 'ok    ' : 'FAILED'} ${String(seconds).padStart(4)} s\n`);
}
process.exitCode = results.every(({ isOk }) => isOk) ? 0 : 1;
