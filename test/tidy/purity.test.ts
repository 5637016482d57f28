import { describe, expect, it } from 'vitest';
import { purity } from './checks/purity.ts';

describe('purity()', () => {
  it.each([
    ['async function f(): Promise<void> {}', 'is async'],
    ['const f = async () => 1;', 'is async'],
    ['for await (const x of y) z(x);', 'awaits'],
    ['const t = Date.now();', 'reads the clock'],
    ['const now = Date.now;', 'reads the clock'],
    ['const t = new Date();', 'reads the clock'],
    ['const t = new Date;', 'reads the clock'],
    ['const t = DateTime.now();', 'reads the clock'],
    ['const t = performance.now();', 'reads the clock'],
    ['const r = Math.random();', 'uses randomness'],
    ['const r = crypto.randomUUID();', 'uses randomness'],
    ['const r = crypto.getRandomValues(a);', 'uses randomness'],
    ['const e = process.env.HOME;', 'touches process'],
    ["const e = process['env'];", 'touches process'],
    ['const e = `${process.pid}`;', 'touches process'],
    ['setTimeout(f, 1);', 'sets a timer'],
    ['const t = setInterval(f, 1);', 'sets a timer'],
    ['setImmediate(f);', 'sets a timer'],
    ['const s = AbortSignal.timeout(5);', 'sets a timer'],
    ["import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ["import { request } from 'node:http';", 'imports node:http'],
    ["import process from 'node:process';", 'imports node:process'],
    ["import { randomUUID } from 'node:crypto';", 'imports node:crypto'],
    ["import { createHash, randomBytes } from 'node:crypto';", 'imports node:crypto'],
    ["import crypto from 'node:crypto';", 'imports node:crypto'],
    ["import { resolve } from 'node:path';", 'imports node:path'],
    ["import axios from 'axios';", 'imports axios'],
    ["import Database from 'better-sqlite3';", 'imports better-sqlite3'],
    ["import { schedule } from 'node-cron';", 'imports node-cron'],
    ["import pRetry from 'p-retry';", 'imports p-retry'],
    ["import { pino } from 'pino';", 'imports pino'],
    ["import { Command } from 'commander';", 'imports commander'],
    ["import { x } from 'a-package-nobody-judged-yet';", 'imports a-package-nobody-judged-yet'],
    ["const x = import('axios');", 'imports axios'],
  ])('refuses %s', (line, what) => {
    expect(purity([{ path: 'a.ts', text: `\n${line}\n` }], [])).toEqual([`a.ts:2 ${what}`]);
  });

  it.each([
    ["import type { AxiosInstance } from 'axios';"],
    ["import { createHash, createHmac } from 'node:crypto';"],
    ["import assert from 'node:assert/strict';"],
    ["import * as z from 'zod';"],
    ["import { run } from './run.ts';"],
    ['const t = new Date(ms);'],
    ['const t = new Date( clock.now() );'],
    ['const t = clock.now();'],
    ['const done = job.process.id;'],
    ['interface Clock { sleep(ms: number): Promise<void>; }'],
    ['// waits with setTimeout( and await'],
    ["const word = 'async await Date.now() process.env';"],
    ['const asyncJob = awaited;'],
  ])('lets pass %s', (line) => {
    expect(purity([{ path: 'a.ts', text: line }], [])).toEqual([]);
  });

  it('lets pass what is listed, and refuses a list that says more than is so', () => {
    const files = [
      { path: 'a.ts', text: 'await f();' },
      { path: 'b/c.ts', text: 'const t = Date.now();' },
      { path: 'd.ts', text: '' },
    ];
    expect(purity(files, ['a.ts', 'b/'])).toEqual([]);
    expect(purity(files, ['a.ts', 'b/', 'd.ts', 'e.ts'])).toEqual([
      'd.ts is listed without need',
      'e.ts is listed without need',
    ]);
  });
});
