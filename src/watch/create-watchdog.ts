import { Worker } from 'node:worker_threads';
import type { Clock } from '../clock.ts';
import { LOOKS, type WatchdogWire } from './watchdog-wire.ts';

export interface Watchdog {
  /** What begins now is over, or `expect` is called again, within so long; `null`: nothing is under way. */
  expect(withinMs: number | null): void;
  stop(): Promise<void>;
}

export interface WatchdogOptions {
  /** The thread's program. */
  readonly thread: URL;
  readonly clock: Pick<Clock, 'mono' | 'sleep'>;
  readonly pid: number;
  readonly logFile: string | null;
  readonly silentMs?: number;
  /** Told several times in `silentMs`, as long as all goes on as it should. */
  readonly onAlive?: () => void;
}

const SILENT_MS = 60_000;

/** Little memory: the thread only counts. */
const RESOURCES = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };

/**
 * Ends this process when its event loop stands still for `silentMs`, or when what it said it would do is not over that
 * long after it should have been.
 */
export function createWatchdog(options: WatchdogOptions): Watchdog {
  const { clock, pid, logFile, silentMs = SILENT_MS, onAlive = () => undefined } = options;
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WatchdogWire = { beats, pid, silentMs, logFile };
  const thread = new Worker(options.thread, { workerData, resourceLimits: RESOURCES, execArgv: [], env: {} });
  thread.unref();
  const stopped = new AbortController();
  let endsAtMono: number | null = null;

  async function beat(): Promise<void> {
    while (!stopped.signal.aborted) {
      if (endsAtMono === null || clock.mono() <= endsAtMono) {
        Atomics.add(beats, 0, 1);
        onAlive();
      }
      await clock.sleep(silentMs / LOOKS, stopped.signal);
    }
  }
  void beat();

  return {
    expect(withinMs) {
      endsAtMono = withinMs === null ? null : clock.mono() + withinMs;
    },
    async stop() {
      stopped.abort();
      await thread.terminate();
    },
  };
}
