import { appendFileSync, writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { LOOKS, type WatchdogWire } from './watchdog-wire.ts';

/**
 * The thread that ends a process whose main thread hangs, so that its supervisor starts it anew: safe at any moment.
 * Silence is counted in looks that came to pass: a process that was stopped as a whole, and goes on, was not silent.
 */
const { beats, pid, silentMs, logFile } = workerData as WatchdogWire;

let last = -1;
let silentLooks = 0;

const looking = setInterval(() => {
  const beat = Atomics.load(beats, 0);
  silentLooks = beat === last ? silentLooks + 1 : 0;
  last = beat;
  if (silentLooks < LOOKS) return;
  clearInterval(looking);
  tell();
  // Not an abort: the picture of the memory that it leaves would hold what citizens wrote.
  process.kill(pid, 'SIGKILL');
}, silentMs / LOOKS);

/** A full or failed disk keeps nothing alive. */
function tell(): void {
  const line = `${JSON.stringify({ level: 50, time: new Date().toISOString(), event: 'hung', silentMs })}\n`;
  try {
    if (logFile === null) writeSync(2, line);
    else appendFileSync(logFile, line, { mode: 0o600 });
  } catch {
    // The end itself tells.
  }
}
