import process from 'node:process';
import { parseArgs } from 'node:util';
import { runChaos } from './run-chaos.ts';

/**
 * `npm run chaos -- [--kills N] [--seed S] [--list]`: the real daemon on a real ledger between both simulated systems over HTTP, killed
 * N times with SIGKILL at moments drawn from S (random when left out); nothing may be lost, and nothing arrive twice. The
 * same seed draws the same moments, faults and people again; what they meet is up to the machine. With `--list` LAPOR! offers
 * its optional list, and citizens file there, too.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '150' },
    seed: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

const UINT32 = 2 ** 32;
const SHOWN = 20;
const seed = values.seed === undefined ? Math.floor(Math.random() * UINT32) : Number(values.seed) >>> 0;
const kills = Number(values.kills);
const out = (line: string) => process.stdout.write(`${line}\n`);

out(`chaos: seed ${seed}, ${kills} kills`);
const started = performance.now();
const { violations, folder, ends, commandsKilled, held, reports, requests, effects, faults } = await runChaos({
  seed,
  kills,
  list: values.list,
});
const seconds = (performance.now() - started) / 1000;

out(`faults   ${line(faults)}`);
out(`effects  ${line(effects)}`);
out(
  `ends     ${ends.killed} killed, ${ends.stopped} stopped, ${ends.byThemselves} by themselves; ${commandsKilled} commands killed`,
);
for (const violation of violations.slice(0, SHOWN)) out(`  ${violation}`);
if (violations.length > 0)
  out(`FAILS: npm run chaos -- --kills ${kills} --seed ${seed}${values.list ? ' --list' : ''}; kept in ${folder}`);
const count = (word: string) => violations.filter((violation) => violation.includes(word)).length;
const [lost, twice] = [count('lost: '), count('twice: ')];
out(
  `\nfrom seed ${seed}: ${ends.killed} kills, ${lost} lost, ${twice} twice, ${violations.length - lost - twice} other violations; ` +
    `${reports} reports, ${held} held for a person, ${requests} requests; ${((ends.killed * 60) / seconds).toFixed(1)} kills a minute, ${Math.round(seconds)} s`,
);
process.exitCode = violations.length === 0 && ends.killed >= kills ? 0 : 1;

function line(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .map(([name, times]) => `${name}: ${times}`)
    .sort()
    .join('  ');
}
