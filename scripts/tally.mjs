// Prints what the steps of a run came to as one line, `N passed, N failed`, and fails unless tests ran and none failed.
// Usage: node scripts/tally.mjs (REPORT STATUS)...   (a step's JSON report of vitest, written or not, and exit status)
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { countTests } from './count-tests.mjs';

let passed = 0;
let failed = 0;
const steps = process.argv.slice(2);
for (let i = 0; i + 1 < steps.length; i += 2) {
  const path = String(steps[i]);
  const count = countTests(existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null, Number(steps[i + 1]));
  passed += count.passed;
  failed += count.failed;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
