import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { daemonFolder } from './daemon-folder.ts';
import type { Figure } from './figure.ts';
import type { Servers } from './start-servers.ts';

const ROUNDS = 15;

/** What the daemon keeps in memory once it has done its first rounds and finds nothing to do. Linux only. */
export async function rss(servers: Servers): Promise<readonly Figure[]> {
  const { folder, args, remove } = daemonFolder(servers.baseUrl);
  const daemon = spawn(process.execPath, args('run'), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const idle = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    await roundsOf(daemon);
    const [ours, theirs] = [rssMb(daemon), rssMb(idle)];
    const detail = `after ${ROUNDS} rounds; ${(ours / theirs).toFixed(2)} x an idle Node process (${theirs.toFixed(0)} MB)`;
    return [{ name: 'memory of the daemon at rest', value: ours, unit: 'MB', target: { atMost: 120 }, detail }];
  } finally {
    await Promise.all([daemon, idle].map(end));
    remove();
  }
}

async function roundsOf({ stderr }: ChildProcess): Promise<void> {
  if (stderr === null) throw new Error('the daemon has no log');
  let seen = 0;
  for await (const line of createInterface({ input: stderr })) {
    if (line.includes('"event":"cycle"')) seen += 1;
    if (seen === ROUNDS) return;
  }
  throw new Error('the daemon ended early');
}

function rssMb({ pid }: ChildProcess): number {
  const [, kb] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
