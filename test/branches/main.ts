import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { purity } from '../tidy/checks/purity.ts';
import { branchesOf, type FileCoverage } from './branches-of.ts';
import { judgeBranches } from './judge-branches.ts';

/**
 * `npm run coverage`, once the tests have run: fails where a branch of the pure core was not taken, or too many of the rest
 * were not. Pure is what the tidy test finds nothing in; the simulators and the command line are of the rest.
 */
const root = join(import.meta.dirname, '..', '..');
const report = JSON.parse(readFileSync(join(root, 'coverage', 'coverage-final.json'), 'utf8'));
const files = Object.values<FileCoverage>(report)
  .map((file) => branchesOf({ ...file, path: relative(root, file.path).replaceAll(sep, '/') }))
  .sort((one, other) => (one.path < other.path ? -1 : 1));

const { isEnough, lines } = judgeBranches(files, isPure);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = isEnough ? 0 : 1;

function isPure(path: string): boolean {
  if (/^src\/(?:simulate|operate)\//.test(path)) return false;
  return purity([{ path, text: readFileSync(join(root, path), 'utf8') }], []).length === 0;
}
