import { basename, dirname } from 'node:path';
import { createLogger } from '../logger.ts';
import { codeOf } from './code-of.ts';
import { complain } from './complain.ts';
import { createTeller } from './create-teller.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { ledgerFile, openBridge, openConfig, openCopy } from './open-bridge.ts';
import { planOf, planText } from './plan.ts';
import { problemLines } from './problem-lines.ts';
import { type DaemonParts, runDaemon } from './run-daemon.ts';
import { runRound } from './run-round.ts';
import { runText } from './run-text.ts';
import { say } from './say.ts';
import { type StopSignals, stopSignals } from './stop-signals.ts';

/** A run that finds the last comparison of all rows older than this begins one, whatever the schedule says. */
const COMPARED_EVERY_MS = 26 * 3_600_000;

export interface RunOptions {
  readonly config: string;
  readonly once: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** An older ledger was put back on purpose. */
  readonly recover: boolean;
  /** Longest time of a run by hand. */
  readonly forMs: number;
}

/** `jembatan run`: the daemon, or one round by hand with `--once`, or what it would send with `--dry-run`. */
export async function runCommand(host: Host, options: RunOptions): Promise<ExitCode> {
  const { config, warnings } = openConfig(host, options.config);
  const log = createLogger({ ...config.log, now: host.clock.now });
  for (const { file, path } of warnings) log({ event: 'configuration-warning', file: basename(file), path });
  if ((options.once || options.dryRun) && !options.json && warnings.length > 0)
    host.err(
      `${say(config.locale, 'config.warnings', { count: warnings.length })}\n${problemLines(config.locale, warnings)}`,
    );
  if (options.dryRun) return await runDry(host, options);
  if (host.isRoot) log({ event: 'running-as-root' });
  const fail = (error: unknown) => {
    const { name, code } = codeOf(error);
    log({ event: 'failed', error: name, code });
    return complain(host, error, { locale: config.locale, folder: dirname(ledgerFile(config)) });
  };
  const held = await openBridge(host, config, options);
  const forget = host.onUncaught(fail);
  try {
    const { site, policy, national } = config;
    const mode = options.once ? 'once' : 'daemon';
    log({
      event: 'started',
      version: host.version,
      site,
      mode: `${mode}/${policy.mode}`,
      environment: national.environment,
    });
    if (held.openGap !== null) {
      log({ event: 'ledger-gap', kind: held.openGap });
      host.err(`${say(config.locale, `gap.${held.openGap}`)}\n`);
    }
    if (held.recovered > 0) log({ event: 'recovered', deliveries: held.recovered });
    // Nobody ran when it was due, or each round is a process of its own.
    await held.bridge.ledger.beginComparison(host.clock.now(), COMPARED_EVERY_MS);
    const parts = { host, bridge: held.bridge, log };
    const teller = createTeller(parts);
    const exit = options.once ? await runOnce({ ...parts, teller }, options) : await runDaemon({ ...parts, teller });
    log({ event: 'stopped', exit });
    return exit;
  } catch (error) {
    return fail(error);
  } finally {
    forget();
    await held.close();
  }
}

async function runOnce(parts: DaemonParts, options: RunOptions): Promise<ExitCode> {
  const { host, bridge } = parts;
  const { locale, policy } = bridge.config;
  const { halt, stop, release } = stopByHand(host, { locale, log: parts.log, forMs: options.forMs });
  try {
    const { result, report } = await runRound(parts, { once: true, sends: policy.mode === 'live', halt, stop });
    await parts.teller.afterRound(stop);
    host.out(
      options.json ? `${JSON.stringify(report)}\n` : runText(report, { config: bridge.config, sides: result.sides }),
    );
    return report.exit;
  } finally {
    release();
  }
}

/** The same path up to the plan, on a copy of the ledger in memory: nothing is written anywhere. */
async function runDry(host: Host, options: RunOptions): Promise<ExitCode> {
  const { config } = openConfig(host, options.config);
  const bridge = await openCopy(host, config, options);
  const log = () => undefined;
  const { halt, stop, release } = stopByHand(host, { locale: config.locale, log, forMs: options.forMs });
  try {
    const { result, report } = await runRound({ host, bridge, log }, { once: true, sends: false, halt, stop });
    const plan = await planOf(bridge, host.clock.now());
    const text = `${runText(report, { config, sides: result.sides })}${planText(config.locale, plan)}`;
    host.out(options.json ? `${JSON.stringify({ ...report, plan })}\n` : text);
    return report.exit === EXIT.needsPerson ? EXIT.done : report.exit;
  } finally {
    release();
    await bridge.close();
  }
}

/** The stop signals of a run by hand: when its time is up nothing new begins, either. */
function stopByHand(
  host: Host,
  { locale, log, forMs }: Parameters<typeof stopSignals>[1] & { readonly forMs: number },
): StopSignals {
  const signals = stopSignals(host, { locale, log });
  const timeUp = new AbortController();
  const finished = new AbortController();
  void host.clock.sleep(forMs, finished.signal).then(() => timeUp.abort());
  return {
    halt: AbortSignal.any([signals.halt, timeUp.signal]),
    stop: signals.stop,
    release: () => {
      finished.abort();
      signals.release();
    },
  };
}
