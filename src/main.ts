#!/usr/bin/env node
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Host } from './operate/host.ts';
import { createProgram } from './operate/program.ts';
import { systemClock } from './system-clock.ts';
import { createSupervisor } from './watch/create-supervisor.ts';
import { createWatchdog } from './watch/create-watchdog.ts';

/** The process edge: argv, environment, signals and exit code are known here and nowhere else. */

process.umask(0o077);

// Before anything is loaded: the heap for young objects would grow and keep 10 MB that the daemon hardly uses.
setFlagsFromString('--semi-space-growth-factor=1');

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };

const host: Host = {
  env: process.env,
  cwd: process.cwd(),
  packageFolder,
  version,
  pid: process.pid,
  nodePath: process.execPath,
  hostName: hostname(),
  isRoot: process.getuid?.() === 0,
  stderrIsTerminal: process.stderr.isTTY === true,
  clock: systemClock,
  random: Math.random,
  randomBytes,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  onStopSignal(listener) {
    process.on('SIGTERM', listener);
    process.on('SIGINT', listener);
    return () => {
      process.off('SIGTERM', listener);
      process.off('SIGINT', listener);
    };
  },
  onUncaught(listener) {
    // Rejections that nobody handles come here, too.
    const end = (error: unknown) => process.exit(listener(error));
    process.on('uncaughtException', end);
    return () => process.off('uncaughtException', end);
  },
  watch: (logFile) => {
    const thread = new URL('watch/watchdog-thread.js', import.meta.url);
    const supervisor = createSupervisor({
      socket: process.env.NOTIFY_SOCKET,
      watchdogUsec: process.env.WATCHDOG_USEC,
      mono: systemClock.mono,
      // A state that does not arrive is missed by the one who waits for it, who then starts this process anew.
      send: (state) => void execFile('systemd-notify', [state], () => undefined),
    });
    supervisor.ready();
    const onAlive = supervisor.alive;
    return createWatchdog({ thread, clock: systemClock, pid: process.pid, logFile, onAlive });
  },
  execute: (command, args) =>
    new Promise((resolve) => {
      const child = spawn(command, args, { stdio: 'inherit' });
      child.once('error', (error) => {
        process.stderr.write(`${error.message}\n`);
        resolve(false);
      });
      child.once('close', (code) => resolve(code === 0));
    }),
  exitNow: (code) => process.exit(code),
};

process.exitCode = await createProgram(host).run(process.argv);
