import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../scripts/with-lock.mjs';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'with-lock.mjs');

describe('withLock()', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'jembatan-lock-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('gives what the work gives and leaves nothing behind', () => {
    expect(withLock('/a', () => 7, { directory })).toBe(7);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('is released when the work throws', () => {
    const fail = () => {
      throw new RangeError('no');
    };
    expect(() => withLock('/a', fail, { directory })).toThrow(RangeError);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('takes over from an owner that died at work', () => {
    const dead = spawnSync(process.execPath, ['-e', program("process.kill(process.pid, 'SIGKILL')")]);
    expect(dead.signal).toBe('SIGKILL');
    expect(withLock('/a', () => 7, { directory })).toBe(7);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('lets one process at a time work for the same root', async () => {
    const log = JSON.stringify(join(directory, 'log'));
    const work = `
      fs.appendFileSync(${log}, 'in ');
      for (const endMs = Date.now() + 50; Date.now() < endMs; );
      fs.appendFileSync(${log}, 'out ');
    `;
    const runs = Array.from({ length: 5 }, () => spawn(process.execPath, ['-e', program(work)]));
    const ends = await Promise.all(runs.map((run) => once(run, 'exit')));
    expect(ends.map(([code]) => code)).toEqual([0, 0, 0, 0, 0]);
    expect(readFileSync(join(directory, 'log'), 'utf8')).toBe('in out '.repeat(5));
    expect(readdirSync(directory)).toEqual(['log']);
  });

  it('does not make one root wait for another', () => {
    expect(withLock('/a', () => withLock('/b', () => 7, { directory }), { directory })).toBe(7);
  });

  function program(work: string): string {
    return `
      const fs = require('node:fs');
      import(${JSON.stringify(SCRIPT)}).then(({ withLock }) =>
        withLock('/a', () => { ${work} }, { directory: ${JSON.stringify(directory)} }));
    `;
  }
});
