import { schedule, setLogger } from 'node-cron';
import type { Progress } from '../cycle/run-cycle.ts';
import { createHookInbox } from '../web/create-hook-inbox.ts';
import { createPage } from '../web/page/create-page.ts';
import { startWeb } from '../web/start-web.ts';
import type { WebRoute } from '../web/web-route.ts';
import { createMonitor } from './create-monitor.ts';
import type { Teller } from './create-teller.ts';
import type { ExitCode } from './exit-code.ts';
import { EXIT } from './exit-code.ts';
import { createReconcileSlice } from './reconcile-slice.ts';
import { runRound } from './run-round.ts';
import { sendDigest } from './send-digest.ts';
import { stopSignals } from './stop-signals.ts';

/**
 * A round that goes on for longer makes place for the next, which reads both sides first. Counted from the last page of the
 * city's list: a scan that was broken off would begin from its first page again, in every round.
 */
const ROUND_MAX_MS = 5 * 60_000;

/** What a round may take beyond its time and the longest deadline of a request: what is under way settles. */
const ROUND_GRACE_MS = 5 * 60_000;

export type DaemonParts = Parameters<typeof runRound>[0] & { readonly teller: Teller };

/**
 * Runs round after round on the schedule until a stop signal, the first one at once. Rounds never overlap. A round that
 * throws (the disk failed, a bug) ends the daemon: a restart is safe at any moment, an unknown state is not. A full disk or
 * a locked ledger passes: nothing was written and nothing more begun, and the next round goes on.
 * One that hangs is ended by the watchdog.
 */
export async function runDaemon(parts: DaemonParts): Promise<ExitCode> {
  const { host, bridge, log, teller } = parts;
  const { config } = bridge;
  const signals = stopSignals(host, { locale: config.locale, log });
  const watchdog = host.watch(config.log.file);
  const timeouts = [config.national, config.local].map((side) => ('limits' in side ? side.limits.timeoutMs : 0));
  const roundMs = ROUND_MAX_MS + Math.max(...timeouts) + ROUND_GRACE_MS;
  const beat = createBeat(signals.halt);
  const inbox = createHookInbox({ clock: host.clock, ring: beat.ring, halt: signals.halt });
  const monitor = createMonitor({ host, bridge });
  const stopWeb = await serve(parts, monitor.routes, inbox.accept);
  const silent = () => undefined;
  setLogger({ info: silent, warn: silent, error: silent, debug: silent });
  const { timezone } = config;
  const task = schedule(config.schedule.intake, beat.ring, { timezone });
  const reconcile = createReconcileSlice(parts);
  let compares = false;
  const comparison = schedule(config.schedule.reconcile, () => (compares = true), { timezone });
  let isDigestDue = false;
  const digest = schedule(config.schedule.digest, () => (isDigestDue = true), { timezone });
  try {
    while (!signals.halt.aborted) {
      const heard = beat.heard();
      await round(parts, signals)
        .then(tell)
        .catch((error: unknown) => {
          if (!isPassing(error)) throw error;
          log({ event: 'failed', error: error.name, code: error.code });
        });
      watchdog.expect(null);
      await heard;
    }
    return EXIT.done;
  } finally {
    await stopWeb();
    await task.destroy();
    await comparison.destroy();
    await digest.destroy();
    await watchdog.stop();
    signals.release();
  }

  async function tell(): Promise<void> {
    if (signals.halt.aborted) return;
    await teller.afterRound(signals.stop);
    if (isDigestDue) await sendDigest({ host, bridge, teller }, signals.stop);
    isDigestDue = false;
  }

  async function round(of: typeof parts, { halt, stop }: typeof signals): Promise<void> {
    const timeUp = new AbortController();
    let over = new AbortController();
    const begin = () => {
      over.abort();
      over = new AbortController();
      const { signal } = over;
      watchdog.expect(roundMs);
      void host.clock.sleep(ROUND_MAX_MS, signal).then(() => signal.aborted || timeUp.abort());
    };
    begin();
    try {
      // What an earlier round was sending when it could not write: nothing is under way between two rounds.
      await bridge.ledger.recover(host.clock.now());
      if (compares) {
        await bridge.ledger.beginComparison(host.clock.now(), 0);
        await bridge.ledger.beginReconciliation(host.clock.now());
      }
      compares = false;
      const sends = config.policy.mode === 'live';
      const onProgress = ({ step }: Progress) => {
        if (step === 'local') begin();
      };
      const until = AbortSignal.any([halt, timeUp.signal]);
      const named = inbox.take();
      const { result, report } = await runRound(of, { once: false, sends, named, halt: until, stop, onProgress });
      monitor.observe({ ...report, done: result.done });
      await reconcile(until);
    } finally {
      over.abort();
      timeUp.abort();
    }
  }
}

/** What the daemon answers to browsers, machines that watch, and the city's application. */
function serve(
  { host, bridge, log }: DaemonParts,
  watched: readonly WebRoute[],
  onHook: (localId: string | null) => void,
): Promise<() => Promise<void>> {
  const routes = [...watched, ...createPage({ ...host, ...bridge })];
  return startWeb({ config: bridge.config, clock: host.clock, log, onHook, routes });
}

function isPassing(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && /^SQLITE_(FULL|BUSY)/.test(String(error.code));
}

/** The schedule as something to wait for: strokes that fall into a round are heard once, when it is over. */
function createBeat(halt: AbortSignal): { readonly ring: () => void; readonly heard: () => Promise<void> } {
  let waiting: (() => void) | null = null;
  const ring = () => waiting?.();
  halt.addEventListener('abort', ring, { once: true });
  return {
    ring,
    heard: () =>
      new Promise((resolve) => {
        waiting = resolve;
        if (halt.aborted) resolve();
      }),
  };
}
