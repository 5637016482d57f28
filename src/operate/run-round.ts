import type { Bridge } from '../bridge.ts';
import type { CycleOptions, CycleResult, Progress } from '../cycle/run-cycle.ts';
import type { Log } from '../logger.ts';
import type { Host } from './host.ts';
import { createProgressLine } from './progress-line.ts';
import type { RunReport } from './run-report.ts';
import { toRunReport } from './run-report.ts';

export interface RoundSignals {
  readonly halt: AbortSignal;
  readonly stop: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Round {
  readonly result: CycleResult;
  readonly report: RunReport;
}

/** One measured round of the bridge, logged as one line. */
export async function runRound(
  { host, bridge, log }: { readonly host: Host; readonly bridge: Bridge; readonly log: Log },
  options: CycleOptions & RoundSignals,
): Promise<Round> {
  const progress = createProgressLine(host, bridge.config.locale);
  const startedAt = host.clock.mono();
  const before = { local: bridge.local.gate.begun, national: bridge.national.gate.begun };
  const sidesBefore = await readSides(bridge);
  const onProgress = (step: Progress) => {
    progress.show(step);
    options.onProgress?.(step);
  };
  const result = await bridge.cycle({ ...options, onProgress });
  progress.clear();
  const report = await toRunReport(bridge, result, {
    requests: {
      local: bridge.local.gate.begun - before.local,
      national: bridge.national.gate.begun - before.national,
    },
    durationMs: Math.round(host.clock.mono() - startedAt),
  });
  logSides(log, sidesBefore, result);
  logRound(log, result, report);
  return { result, report };
}

async function readSides({ ledger }: Bridge) {
  return { local: await ledger.readSide('local'), national: await ledger.readSide('national') };
}

function logSides(log: Log, before: Awaited<ReturnType<typeof readSides>>, { sides }: CycleResult): void {
  for (const side of ['local', 'national'] as const) {
    const { state, creates, reason } = sides[side].health();
    if (before[side].state === state && before[side].creates === creates) continue;
    log({ event: 'side-changed', side, state, creates, reason });
  }
}

function logRound(log: Log, { done, moved }: CycleResult, report: RunReport): void {
  log({
    event: 'cycle',
    ...report.intake.local,
    polled: report.intake.national.polled,
    moved,
    filed: done.create,
    answered: done['follow-up'],
    written: done.report + done['write-back'] + done.response,
    attention: report.attention.length,
    requestsLocal: report.requests.local,
    requestsNational: report.requests.national,
    durationMs: report.durationMs,
  });
}
