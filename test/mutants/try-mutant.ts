import { spawn } from 'node:child_process';
import process from 'node:process';
import type { Tree } from './make-tree.ts';
import type { Mutant } from './mutant.ts';

export interface Verdict {
  readonly mutant: Mutant;
  /** What showed the bug; `null`: it lived. */
  readonly killer: string | null;
  readonly seconds: number;
}

export interface TryOptions {
  /** File with the ends of all scripts (`Ends`). */
  readonly ends: string;
  readonly seeds: number;
  readonly seed: number;
}

/** Without a word for so long it never ends: that is noticed, too. */
const SILENCE_MS = 60_000;

/** Plants a mutant in a tree and runs what must notice it. */
export async function tryMutant(tree: Tree, mutant: Mutant, options: TryOptions): Promise<Verdict> {
  const started = performance.now();
  const takeOut = tree.plant(mutant);
  try {
    const killer = mutant.test === undefined ? await huntIn(tree, options) : await runTest(tree, mutant.test);
    return { mutant, killer, seconds: (performance.now() - started) / 1000 };
  } finally {
    takeOut();
  }
}

async function huntIn(tree: Tree, { ends, seeds, seed }: TryOptions): Promise<string | null> {
  const args = ['--import', 'tsx', 'test/mutants/hunt.ts', '--ends', ends, '--seeds', `${seeds}`, '--seed', `${seed}`];
  const { out, isSilent } = await run(tree, args);
  if (isSilent) return 'by never coming to an end';
  const found = /^found (.*)$/m.exec(out)?.[1];
  if (found === undefined) return 'by a process that died';
  return found === 'nothing' ? null : found;
}

async function runTest(tree: Tree, test: string): Promise<string | null> {
  const { out, code, isSilent } = await run(tree, ['node_modules/vitest/vitest.mjs', 'run', test]);
  if (isSilent) return `by ${test}, which never ended`;
  if (code === 0) return null;
  if (!/ failed/.test(out)) throw new Error(`${test} did not run: ${out.slice(-2_000)}`);
  return `by ${test}`;
}

interface Ran {
  readonly out: string;
  readonly code: number | null;
  readonly isSilent: boolean;
}

function run({ folder }: Tree, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const { VITEST_JSON: _report, ...env } = process.env;
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let isSilent = false;
    const patience = setTimeout(() => {
      isSilent = true;
      child.kill('SIGKILL');
    }, SILENCE_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        out += chunk.toString('utf8');
        patience.refresh();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(patience);
      resolve({ out, code, isSilent });
    });
  });
}
