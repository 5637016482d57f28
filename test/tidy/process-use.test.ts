import { describe, expect, it } from 'vitest';
import { processUse } from './checks/process-use.ts';

describe('processUse()', () => {
  it.each([
    ['process.exitCode = 1;', 'touches process'],
    ["process['env'];", 'touches process'],
    ["import { env } from 'node:process';", 'imports process'],
  ])('refuses %s', (text, what) => {
    expect(processUse([{ path: 'a.ts', text }], [])).toEqual([`a.ts:1 ${what}`]);
  });

  it.each([['job.process.id;'], ["import type { ProcessEnv } from 'node:process';"], ['// process.exit(1)']])(
    'lets pass %s',
    (text) => {
      expect(processUse([{ path: 'a.ts', text }], [])).toEqual([]);
    },
  );

  it('lets pass what is listed, and refuses a list that says more than is so', () => {
    const files = [{ path: 'main.ts', text: 'process.argv;' }];
    expect(processUse(files, ['main.ts'])).toEqual([]);
    expect(processUse(files, ['main.ts', 'other.ts'])).toEqual(['other.ts is listed without need']);
  });
});
