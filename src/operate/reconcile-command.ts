import type { Bridge } from '../bridge.ts';
import type { Config } from '../config/to-config.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { FINDINGS, type Reconciliation } from '../ledger/reconciliation.ts';
import { LedgerLockedError } from '../ledger/sqlite/hold-lock.ts';
import type { ReconcileEnd } from '../reconcile/run-reconcile.ts';
import { formatLocalTime } from '../report/format-time.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openBridge, openConfig, openForOperator } from './open-bridge.ts';
import { reconcileText, toReconcileReport } from './reconcile-report.ts';
import { say } from './say.ts';
import { stopSignals } from './stop-signals.ts';

export interface ReconcileOptions {
  readonly config: string;
  readonly repair: boolean;
  readonly json: boolean;
  /** What the last one found; nothing is read. */
  readonly last: boolean;
  /** Longest time of the reading. */
  readonly forMs: number;
}

interface Read {
  readonly state: Reconciliation;
  readonly end: ReconcileEnd;
}

const WAIT_MS = 1_000;

/**
 * `jembatan reconcile`: compares both sides with the ledger, by itself or, where the daemon holds the ledger, through it: the
 * limit of requests to LAPOR! is one for both.
 */
export async function reconcileCommand(host: Host, options: ReconcileOptions): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const signals = stopSignals(host, { locale: config.locale, log: () => undefined });
  const over = new AbortController();
  const timeUp = new AbortController();
  void host.clock.sleep(options.forMs, over.signal).then(() => over.signal.aborted || timeUp.abort());
  const halt = AbortSignal.any([signals.halt, timeUp.signal]);
  try {
    if (options.last) return await showLast(host, config, options);
    const held = await openBridge(host, config).catch((error: unknown) => {
      if (error instanceof LedgerLockedError) return null;
      throw error;
    });
    if (held === null) return await throughDaemon({ host, config, options, halt });
    try {
      const read = await readByItself(host, held.bridge, halt);
      return await conclude({ host, config, options }, held.bridge.ledger, read);
    } finally {
      await held.close();
    }
  } finally {
    over.abort();
    signals.release();
  }
}

async function readByItself(host: Host, bridge: Bridge, halt: AbortSignal): Promise<Read> {
  const { ledger, config } = bridge;
  const begun = await ledger.beginReconciliation(host.clock.now());
  const numbers = await ledger.countNumbers(begun.afterCaseId);
  const { perMinute } = config.national.limits;
  const requests = numbers.left * (bridge.national.listInbox === null ? 2 : 1);
  const minutes = Math.ceil(requests / perMinute);
  host.err(`${say(config.locale, 'reconcile.begins', { ...numbers, minutes, perMinute })}\n`);
  const end = await bridge.reconcile({ halt, goesOn: () => true, byHand: true });
  return { state: await stateOf(ledger, begun), end };
}

/** One that came to its end is the last one; another is still under way. */
async function stateOf(ledger: Ledger, begun: Reconciliation): Promise<Reconciliation> {
  const last = await ledger.lastReconciliation();
  if (last?.beganAt === begun.beganAt) return last;
  return (await ledger.readReconciliation()) ?? begun;
}

interface Asked {
  readonly host: Host;
  readonly config: Config;
  readonly options: ReconcileOptions;
}

/** The daemon goes on with whatever comparison has begun. */
async function throughDaemon(asked: Asked & { readonly halt: AbortSignal }): Promise<ExitCode> {
  const { host, config, options, halt } = asked;
  const ledger = await openForOperator(host, config);
  try {
    const begun = await ledger.beginReconciliation(host.clock.now());
    host.err(`${say(config.locale, 'reconcile.asked', { minutes: Math.ceil(options.forMs / 60_000) })}\n`);
    while (!halt.aborted && (await ledger.readReconciliation())?.beganAt === begun.beganAt) {
      await host.clock.sleep(WAIT_MS, halt);
    }
    const state = await stateOf(ledger, begun);
    return await conclude(asked, ledger, { state, end: state.completedAt === null ? 'cut' : 'done' });
  } finally {
    await ledger.close();
  }
}

async function showLast(host: Host, config: Config, options: ReconcileOptions): Promise<ExitCode> {
  const ledger = await openForOperator(host, config);
  try {
    const state = await ledger.lastReconciliation();
    if (state === null) {
      host.out(options.json ? 'null\n' : `${say(config.locale, 'reconcile.none')}\n`);
      return EXIT.needsPerson;
    }
    const at = formatLocalTime(state.completedAt ?? state.beganAt, config.timezone);
    if (!options.json) host.out(`${say(config.locale, 'reconcile.at', { at })}\n`);
    return await conclude({ host, config, options }, ledger, { state, end: 'done' });
  } finally {
    await ledger.close();
  }
}

/** Mends where that was asked for and all was read, and says what was found. */
async function conclude({ host, config, options }: Asked, ledger: Ledger, { state, end }: Read): Promise<ExitCode> {
  const at = host.clock.now();
  const mends = options.repair && end === 'done' && state.findings.length > 0;
  const mended = mends ? await ledger.mendFindings(state.findings, at) : null;
  const isLeft = state.findings.some(({ kind }) => FINDINGS[kind].needs === 'person');
  if (typeof mended === 'number' && !isLeft) await ledger.clearAlarms(['reconciled'], at);
  const { all: numbers } = await ledger.countNumbers(0);
  const report = toReconcileReport(state, { end, numbers, mended, locale: config.locale });
  host.out(options.json ? `${JSON.stringify(report)}\n` : reconcileText(report, config.locale));
  return report.exit;
}
