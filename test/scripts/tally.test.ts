import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const TALLY = join(import.meta.dirname, '..', '..', 'scripts', 'tally.mjs');

describe('tally.mjs', () => {
  let report: string;
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'jembatan-tally-'));
    report = join(directory, 'report.json');
    const assertionResults = [{ status: 'passed' }, { status: 'passed' }];
    writeFileSync(report, JSON.stringify({ testResults: [{ status: 'passed', assertionResults }] }));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('adds up the steps and succeeds', () => {
    expect(tally(report, '0', report, '0', join(directory, 'none.json'), '0')).toEqual(['4 passed, 0 failed\n', 0]);
  });

  it('fails where a step failed', () => {
    expect(tally(report, '0', join(directory, 'none.json'), '1')).toEqual(['2 passed, 1 failed\n', 1]);
  });

  it('fails where no test ran', () => {
    expect(tally(join(directory, 'none.json'), '0')).toEqual(['0 passed, 0 failed\n', 1]);
  });

  function tally(...args: readonly string[]): readonly [string, number | null] {
    const { stdout, status } = spawnSync(process.execPath, [TALLY, ...args], { encoding: 'utf8' });
    return [stdout, status];
  }
});
