import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/system-clock.ts';
import { createWatchdog, type WatchdogOptions } from '../../src/watch/create-watchdog.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { makeFolder } from '../support/make-folder.ts';

const THREAD = new URL('../../dist/watch/watchdog-thread.js', import.meta.url);
const SILENT_MS = 120;

/** A process that does nothing, and a watchdog that would end it. */
function start(given: Partial<WatchdogOptions> = {}) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const logFile = join(makeFolder(), 'log');
  const options = { thread: THREAD, clock: systemClock, pid: child.pid ?? 0, logFile, silentMs: SILENT_MS, ...given };
  const watchdog = createWatchdog(options);
  onTestFinished(async () => {
    await watchdog.stop();
    child.kill('SIGKILL');
  });
  return { child, watchdog, log: () => readFileSync(logFile, 'utf8') };
}

async function endOf(child: ChildProcess): Promise<unknown> {
  const [, signal] = await once(child, 'exit');
  return signal;
}

describe('createWatchdog()', () => {
  it('ends a process whose event loop stands still, and says so in one line', async () => {
    const { child, log } = start({ clock: createFakeClock() });

    expect(await endOf(child)).toBe('SIGKILL');
    expect(JSON.parse(log())).toMatchObject({ event: 'hung', silentMs: SILENT_MS });
  });

  it('ends one whose work does not end, and not before it should have', async () => {
    const { child, watchdog } = start();
    const ended = endOf(child);
    watchdog.expect(null);
    await systemClock.sleep(2 * SILENT_MS);
    expect(child.signalCode).toBeNull();

    watchdog.expect(0);

    expect(await ended).toBe('SIGKILL');
  });

  it('leaves alone one that goes on, and is gone once it is stopped', async () => {
    const mono = vi.fn(systemClock.mono);
    const { child, watchdog } = start({ clock: { ...systemClock, mono } });
    watchdog.expect(600_000);
    // It looked about so often: several times what it takes to call a process silent.
    await vi.waitFor(() => expect(mono.mock.calls.length).toBeGreaterThan(15), { timeout: 10_000 });
    expect(child.signalCode).toBeNull();

    await watchdog.stop();
    await systemClock.sleep(2 * SILENT_MS);

    expect(child.signalCode).toBeNull();
  });

  it('ends a process that blocks itself', async () => {
    const program = `
      const { Worker } = require('node:worker_threads');
      const beats = new Int32Array(new SharedArrayBuffer(4));
      const workerData = { beats, pid: process.pid, silentMs: ${SILENT_MS}, logFile: null };
      new Worker(new URL(${JSON.stringify(THREAD.href)}), { workerData }).once('online', () => { for (;;); });`;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'ignore', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });

    const [, signal] = await once(child, 'close');

    expect(signal).toBe('SIGKILL');
    expect(JSON.parse(told)).toMatchObject({ level: 50, event: 'hung' });
  });

  it('does not take a process that was stopped for a silent one', async () => {
    const program = `
      const { Worker } = require('node:worker_threads');
      const beats = new Int32Array(new SharedArrayBuffer(4));
      const workerData = { beats, pid: process.pid, silentMs: ${SILENT_MS}, logFile: null };
      new Worker(new URL(${JSON.stringify(THREAD.href)}), { workerData });
      setInterval(() => { Atomics.add(beats, 0, 1); console.log(Atomics.load(beats, 0)); }, 10);`;
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');

    child.kill('SIGSTOP');
    await systemClock.sleep(3 * SILENT_MS);
    child.stdout.resume();
    child.kill('SIGCONT');
    await systemClock.sleep(3 * SILENT_MS);

    expect(child.signalCode).toBeNull();
  });
});
