import process from 'node:process';
import { defineConfig } from 'vitest/config';

/** Where a machine-readable report is wanted (`.ci/run`), `VITEST_JSON` names its file. */
const jsonReport = process.env.VITEST_JSON;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Processes, not threads: better-sqlite3 is a native addon, and a crash in one must not take the others along.
    pool: 'forks',
    // No test leaves anything behind, so that files can share a process and read each module once: half of the time.
    isolate: false,
    // The default leaves one core idle, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 15_000,
    hookTimeout: 15_000,
    // The default, a second, is less than what a busy machine takes to open a connection.
    expect: { poll: { timeout: 10_000 } },
    reporters: jsonReport ? ['default', ['json', { outputFile: jsonReport }]] : ['default'],
  },
});
