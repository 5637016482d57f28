// Makes a clone ready to run: packages installed, the SQLite addon loadable in this Node, `dist/` built. What is done
// already is skipped, so that it can stand before every other script. Says what it does on stderr, one line a step.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { buildDist, isBuilt } from './build-dist.mjs';
import { isInstalled } from './is-installed.mjs';
import { withLock } from './with-lock.mjs';

const root = join(import.meta.dirname, '..');

/** As src/ledger/sqlite/database.ts chooses. Version 13 brings an addon along for each platform. */
const IS_COMPILED = Number(process.versions.napi) < 10;
const DRIVER = IS_COMPILED ? 'better-sqlite3' : 'better-sqlite3-13';
const FILE_OF_ADDON = IS_COMPILED ? 'build/Release/better_sqlite3.node' : 'package.json';

const STEPS = [
  {
    name: 'installing packages (compiling SQLite takes a minute or two)',
    isDone: packagesFit,
    perform: () => npm('ci'),
  },
  { name: `making ${DRIVER} ready for this Node`, isDone: sqliteLoads, perform: readySqlite },
  { name: 'building dist/', isDone: () => isBuilt(root), perform: () => buildDist(root) },
];

try {
  if (!STEPS.every((step) => step.isDone())) withLock(root, performMissing, { onWait });
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function performMissing() {
  for (const step of STEPS) {
    if (step.isDone()) continue;
    const startMs = performance.now();
    say(`${step.name} …`);
    step.perform();
    say(`done in ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
  }
}

function packagesFit() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return isInstalled(readJson(join(root, 'package-lock.json')), existsSync(installed) ? readJson(installed) : null);
}

/**
 * Tried in a process of its own, since an addon built for another Node may take the process down with it. What loaded
 * once is known by the addon's time and Node's ABI, and not tried again.
 */
function sqliteLoads() {
  const addon = join(root, 'node_modules', DRIVER, FILE_OF_ADDON);
  if (!existsSync(addon)) return false;
  const proof = `${statSync(addon).mtimeMs} ${process.versions.modules}`;
  const stamp = join(root, 'node_modules', '.sqlite-loads');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === proof) return true;
  const run = spawnSync(process.execPath, ['-e', `new (require('${DRIVER}'))(':memory:')`], { cwd: root });
  if (run.status === 0) writeFileSync(stamp, proof);
  return run.status === 0;
}

function readySqlite() {
  if (IS_COMPILED) npm('rebuild', DRIVER);
  else npm('ci');
  if (!sqliteLoads()) throw new Error(`${DRIVER} does not load in Node ${process.version}`);
}

/** @param {string[]} args */
function npm(...args) {
  const run = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
  if (run.status === 0) return;
  throw new Error(`npm ${args.join(' ')} failed:\n${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`);
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** @param {number} owner */
function onWait(owner) {
  say(`waiting for process ${owner}, which is making this clone ready`);
}

/** @param {string} text */
function say(text) {
  process.stderr.write(`ensure: ${text}\n`);
}
