import { defineConfig } from 'vitest/config';
import common from './vitest.config.ts';

/** Tests that take minutes, run by `npm run prove`: loops over thousands of inputs or damaged files. */
export default defineConfig({
  test: { ...common.test, include: ['test/**/*.proof.ts'], testTimeout: 300_000, passWithNoTests: true },
});
