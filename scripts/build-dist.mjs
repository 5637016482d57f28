import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { sourceHash } from './source-hash.mjs';

const STAMP = '.built';

/**
 * Whether `dist/` is what the sources of now compile to.
 * @param {string} root
 */
export function isBuilt(root) {
  const stamp = join(root, 'dist', STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash(root);
}

/**
 * Compiles `src/` into a folder of its own, then puts it in the place of `dist/`: a failed build leaves the old one
 * alone, and files of deleted sources do not stay. Throws what the compiler said. To be run under the lock.
 * @param {string} root
 */
export function buildDist(root) {
  const hash = sourceHash(root);
  const fresh = join(root, `dist-${process.pid}`);
  const old = `${fresh}-old`;
  try {
    compile(root, fresh);
    chmodSync(join(fresh, 'main.js'), 0o755);
    writeFileSync(join(fresh, STAMP), hash);
    if (existsSync(join(root, 'dist'))) renameSync(join(root, 'dist'), old);
    renameSync(fresh, join(root, 'dist'));
  } finally {
    for (const path of [fresh, old]) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Has the compiler check the sources, then bundles them.
 * @param {string} root @param {string} outDir
 */
function compile(root, outDir) {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  node(root, 'the compiler refused src/', [tsc, '-p', join(root, 'tsconfig.build.json')]);
  node(root, 'the bundler refused src/', [join(import.meta.dirname, 'bundle.mjs'), root, outDir]);
}

/** @param {string} root @param {string} complaint @param {string[]} args */
function node(root, complaint, args) {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${complaint}:\n${run.stdout}${run.stderr}${run.error ?? ''}`);
}
