import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { endsOfAll } from './ends.ts';
import { makeTree } from './make-tree.ts';
import type { Mutant } from './mutant.ts';
import { MUTANTS } from './mutants.ts';
import { tryMutant, type Verdict } from './try-mutant.ts';

/**
 * `npm run mutants -- [--sample N] [--only TEXT] [--seeds N]`: plants one bug after the other, all of them or as many
 * drawn by chance, and sees that something notices each.
 */
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    only: { type: 'string', default: '' },
    seeds: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '2' },
  },
});

const root = join(import.meta.dirname, '..', '..');
const out = (line: string) => process.stdout.write(`${line}\n`);

const chosen = choose();
const verdicts = await tryAll(chosen);
const lived = verdicts.filter(({ killer }) => killer === null);
out(`\nmutants: ${verdicts.length} of ${MUTANTS.length} tried, ${verdicts.length - lived.length} noticed`);
for (const { mutant } of lived) out(`LIVES: ${mutant.breaks} ${mutant.name} (${mutant.file})`);
process.exitCode = lived.length === 0 && verdicts.length > 0 ? 0 : 1;

function choose(): readonly Mutant[] {
  const named = MUTANTS.filter(({ name, breaks }) => name.includes(values.only) || breaks === values.only);
  if (values.sample === undefined) return named;
  const drawn = named.map((mutant) => ({ mutant, lot: Math.random() })).sort((a, b) => a.lot - b.lot);
  return drawn.slice(0, Number(values.sample)).map(({ mutant }) => mutant);
}

async function tryAll(mutants: readonly Mutant[]): Promise<readonly Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jembatan-ends-'));
  const ends = join(folder, 'ends.json');
  writeFileSync(ends, JSON.stringify(await endsOfAll()));
  const options = { ends, seeds: Number(values.seeds), seed: Math.floor(Math.random() * 2 ** 32) };
  const queue = mutants.values();
  const verdicts: Verdict[] = [];
  async function work(): Promise<void> {
    const tree = makeTree(root);
    try {
      for (const mutant of queue) {
        const verdict = await tryMutant(tree, mutant, options);
        verdicts.push(verdict);
        const { killer, seconds } = verdict;
        out(`${mutant.breaks.padEnd(4)} ${mutant.name}: ${killer ?? 'LIVES'} (${seconds.toFixed(1)} s)`);
      }
    } finally {
      tree.remove();
    }
  }
  try {
    await Promise.all(Array.from({ length: Number(values.workers) }, work));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return verdicts;
}
