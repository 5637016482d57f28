import { join } from 'node:path';
import process from 'node:process';
import { buildDist } from './build-dist.mjs';
import { withLock } from './with-lock.mjs';

const root = join(import.meta.dirname, '..');

try {
  withLock(root, () => buildDist(root));
} catch (error) {
  process.stderr.write(`build: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
