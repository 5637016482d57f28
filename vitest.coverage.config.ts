import { configDefaults, defineConfig } from 'vitest/config';
import common from './vitest.config.ts';

/** Tests that try the code in other processes, or no code of src/. */
const ELSEWHERE = ['test/{process,scripts,docs,tidy}/**', 'test/tidy.test.ts', 'test/ledger/sqlite/kill.test.ts'];

/** Tests that draw whole lives by chance: what only they come by would not be taken every time. */
const BY_CHANCE = ['test/{simulation,boundaries,mutants,chaos}/**'];

/** The tests whose ways through the code are counted by `npm run coverage`. */
export default defineConfig({
  test: {
    ...common.test,
    exclude: [...configDefaults.exclude, ...ELSEWHERE, ...BY_CHANCE],
    reporters: ['dot'],
    coverage: { enabled: true, provider: 'v8', include: ['src/**/*.ts'], reporter: ['html', 'json'] },
  },
});
