import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { foreignWords } from './tidy/checks/foreign-words.ts';
import { type ImportRule, importRules } from './tidy/checks/import-rules.ts';
import { leftovers } from './tidy/checks/leftovers.ts';
import { lockFile } from './tidy/checks/lock-file.ts';
import { markdown } from './tidy/checks/markdown.ts';
import { names } from './tidy/checks/names.ts';
import { processUse } from './tidy/checks/process-use.ts';
import { purity } from './tidy/checks/purity.ts';
import { sizes } from './tidy/checks/sizes.ts';
import { readTree } from './tidy/read-tree.ts';

/** Files and folders of src/ that may do I/O, wait, or read the clock, randomness and the process. In order. */
const IMPURE: readonly string[] = [];

/** Files of src/ that may touch `process`. In order. */
const PROCESS: readonly string[] = [];

/** Files of several equal exports, none of which is named after the file. In order. */
const VOCABULARIES: readonly string[] = [];

const STAGES = ['forward/', 'intake/', 'mirror/', 'reconcile/', 'settle/'];

const IMPORT_RULES: readonly ImportRule[] = [
  // Stages meet at the ledger alone.
  ...STAGES.map((stage) => ({ from: stage, never: STAGES.filter((other) => other !== stage) })),
  // An adapter speaks for one side; what is owed to it is not its business.
  { from: 'local/', never: ['ledger/', ...STAGES] },
  { from: 'national/', never: ['ledger/', ...STAGES] },
  // What a report is does not depend on where it goes.
  { from: 'report/', only: ['report/'] },
  // Whoever checks the chain must not have to trust the code that wrote it.
  { from: 'audit/', only: ['audit/'] },
  // Both systems as others would build them, not as the bridge takes them to be.
  { from: 'simulate/', never: ['ledger/', ...STAGES] },
  { from: '', never: ['main.ts'] },
];

const ROOT = join(import.meta.dirname, '..');
const LINES_MAX = 200;

const tree = readTree(ROOT);
const src = tree
  .filter(({ path }) => path.startsWith('src/'))
  .map(({ path, text }) => ({ path: path.slice('src/'.length), text }));
const code = tree.filter(({ path }) => /^(?:src|test|bench|scripts)\/.*\.(?:ts|mjs)$/.test(path));
const written = tree.filter(({ path }) => path !== 'package-lock.json');

describe('the tree', () => {
  it('does I/O only in the files listed here', () => {
    expect(purity(src, IMPURE)).toEqual([]);
  });

  it('touches process only in the files listed here', () => {
    expect(processUse(src, PROCESS)).toEqual([]);
  });

  it('keeps apart what may not know each other', () => {
    expect(importRules(src, IMPORT_RULES)).toEqual([]);
  });

  it('has small files', () => {
    expect(sizes(src, LINES_MAX)).toEqual([]);
  });

  it('names files after what is in them', () => {
    expect(names(code, VOCABULARIES)).toEqual([]);
  });

  it('has nothing left over', () => {
    expect(leftovers(written)).toEqual([]);
  });

  it('speaks of the bridge alone', () => {
    expect(foreignWords(tree)).toEqual([]);
  });

  it('has pages with one title that cite no lines', () => {
    expect(markdown(tree.filter(({ path }) => path.endsWith('.md')))).toEqual([]);
  });

  it('installs from any registry', () => {
    expect(tree.filter(({ path }) => path === 'package-lock.json').map(lockFile)).toEqual([[]]);
  });

  it('passes the linter', () => {
    const biome = join(ROOT, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const args = [biome, 'lint', '--error-on-warnings', '--colors=off', '.'];
    const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    expect({ status: run.status, findings: run.status === 0 ? '' : run.stdout + run.stderr }).toEqual({
      status: 0,
      findings: '',
    });
  });
});
