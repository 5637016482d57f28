import { dirname } from 'node:path';
import type { Problem } from '../config/problem.ts';
import type { Config } from '../config/to-config.ts';
import { diskSpace } from './disk-space.ts';
import { type Assumption, assumptions } from './doctor/assumptions.ts';
import { checkConfiguration } from './doctor/check-configuration.ts';
import { checkContract } from './doctor/check-contract.ts';
import { checkDisk } from './doctor/check-disk.ts';
import { checkHolidays } from './doctor/check-holidays.ts';
import { checkLedger } from './doctor/check-ledger.ts';
import { checkPolicy } from './doctor/check-policy.ts';
import { checkProxy } from './doctor/check-proxy.ts';
import { checkSchedule } from './doctor/check-schedule.ts';
import { checkSides } from './doctor/check-sides.ts';
import type { DoctorFinding } from './doctor/doctor-finding.ts';
import { makeRoundtrip } from './doctor/make-roundtrip.ts';
import type { RoundtripResult } from './doctor/roundtrip.ts';
import { environmentProxy } from './environment-proxy.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { ledgerFile, openConfig } from './open-bridge.ts';
import { policyLines } from './policy-lines.ts';
import { say } from './say.ts';

export interface DoctorOptions {
  readonly config: string;
  readonly json: boolean;
  /** Compare LAPOR!'s answers with what we believe of them. */
  readonly contract: boolean;
  /** The report that is asked for then. */
  readonly report?: string;
  /** File a test report. */
  readonly roundtrip: boolean;
  /** The site's name: also in production. */
  readonly production?: string;
}

/**
 * `jembatan doctor`: what keeps the bridge from working, or may, each with its repair. Writes nothing anywhere, but with
 * `roundtrip` one test report at LAPOR!.
 */
export async function doctorCommand(host: Host, options: DoctorOptions): Promise<ExitCode> {
  const { config, warnings } = openConfig(host, options.config);
  const { locale, site, national } = config;
  if (options.roundtrip && national.environment === 'production' && options.production !== site) {
    host.err(`${say(locale, 'doctor.roundtrip.production', { site })}\n`);
    return EXIT.usage;
  }
  const examined = await withTrip(host, options, { config, examined: await examine(host, config, warnings) });
  const exit = exitOf(examined.findings);
  host.out(options.json ? `${JSON.stringify({ ...examined, exit })}\n` : textOf(config, examined));
  return exit;
}

interface Examined {
  readonly findings: readonly DoctorFinding[];
  /** What the promise rests on. */
  readonly assumptions: readonly Assumption[];
  readonly roundtrip?: RoundtripResult;
}

/** What was asked for besides. */
async function withTrip(
  host: Host,
  { contract, report, roundtrip: trips }: DoctorOptions,
  { config, examined }: { readonly config: Config; readonly examined: Examined },
): Promise<Examined> {
  const compared = contract ? await checkContract(host, config, report ?? null) : [];
  const trip = trips ? await makeRoundtrip(host, config) : null;
  const findings = [...examined.findings, ...compared, ...(trip === null ? [] : trip.findings)];
  return { ...examined, findings, ...(trip === null ? {} : { roundtrip: trip.result }) };
}

async function examine(host: Host, config: Config, warnings: readonly Problem[]): Promise<Examined> {
  const { locale } = config;
  const now = host.clock.now();
  const folder = dirname(ledgerFile(config));
  const ledger = checkLedger(config);
  const sides = await checkSides(host, config);
  const hasList = config.national.paths.list !== null;
  return {
    findings: [
      ...checkConfiguration(locale, warnings),
      ...checkPolicy(config, now),
      ...checkSchedule(config, now),
      ...checkHolidays(config, now),
      ...checkProxy(config, environmentProxy(host)),
      ...checkDisk(locale, await diskSpace(folder), folder),
      ...ledger.findings,
      ...sides.findings,
    ],
    assumptions: assumptions(locale, { ...sides, hasList, ledger: ledger.facts }),
  };
}

function exitOf(findings: readonly DoctorFinding[]): ExitCode {
  const has = (severity: DoctorFinding['severity']) => findings.some((finding) => finding.severity === severity);
  if (has('refused')) return EXIT.ledgerRefused;
  if (has('unreachable')) return EXIT.unreachable;
  return has('error') ? EXIT.needsPerson : EXIT.done;
}

const MARKS = { refused: '✗', unreachable: '✗', error: '✗', warning: '!', note: '·' } as const;

function textOf(config: Config, { findings, assumptions, roundtrip: trip }: Examined): string {
  const { locale } = config;
  return [
    ...policyLines(config),
    findings.length === 0 ? say(locale, 'doctor.well') : say(locale, 'doctor.found', { count: findings.length }),
    ...findings.flatMap(({ severity, meaning, repair }) => [`${MARKS[severity]} ${meaning}`, `    ${repair}`]),
    ...(trip?.failed === null ? [say(locale, 'doctor.roundtrip.done', { number: trip.nationalId ?? '-' })] : []),
    '',
    say(locale, 'doctor.assumes'),
    ...assumptions.flatMap(({ assumption, evidence }) => [`  - ${assumption}`, `      ${evidence}`]),
    '',
  ].join('\n');
}
