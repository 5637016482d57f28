import type { Problem } from '../config/problem.ts';
import type { Config } from '../config/to-config.ts';
import { createSides } from '../create-sides.ts';
import { checkConfiguration } from './doctor/check-configuration.ts';
import { checkInstitutions } from './doctor/check-institutions.ts';
import { checkLedger } from './doctor/check-ledger.ts';
import { checkSide } from './doctor/check-side.ts';
import type { DoctorFinding } from './doctor/doctor-finding.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { openConfig, worldOf } from './open-bridge.ts';
import { policyLines } from './policy-lines.ts';
import { say } from './say.ts';

const NEVER = new AbortController().signal;
const DAY_MS = 86_400_000;

/** `jembatan doctor`: what keeps the bridge from working, or may, each with its repair. Writes nothing anywhere. */
export async function doctorCommand(
  host: Host,
  options: { readonly config: string; readonly json: boolean },
): Promise<ExitCode> {
  const { config, warnings } = openConfig(host, options.config);
  const findings = await examine(host, config, warnings);
  const exit = exitOf(findings);
  const assumptions = ASSUMPTIONS.map((name) => say(config.locale, `doctor.assumes.${name}`));
  host.out(
    options.json ? `${JSON.stringify({ findings, assumptions, exit })}\n` : textOf(config, findings, assumptions),
  );
  return exit;
}

/** What the promise rests on. */
const ASSUMPTIONS = ['findable', 'disk', 'reference'] as const;

async function examine(host: Host, config: Config, warnings: readonly Problem[]): Promise<readonly DoctorFinding[]> {
  const ledger = await checkLedger(config);
  return [...checkConfiguration(config.locale, warnings), ...ledger, ...(await checkSides(host, config))];
}

async function checkSides(host: Host, config: Config): Promise<readonly DoctorFinding[]> {
  const { local, national } = createSides(config, { ...worldOf(host), looksOnly: true });
  try {
    const [here, there] = await Promise.all([
      local.readPage({ sinceMs: host.clock.now() - DAY_MS, page: 1 }, NEVER),
      national.institutions(NEVER),
    ]);
    return [
      ...(here.ok ? [] : [checkSide(config.locale, 'local', here.failure)]),
      ...(there.ok ? checkInstitutions(config, there.value) : [checkSide(config.locale, 'national', there.failure)]),
    ];
  } finally {
    await local.close();
    national.close();
  }
}

function exitOf(findings: readonly DoctorFinding[]): ExitCode {
  const has = (severity: DoctorFinding['severity']) => findings.some((finding) => finding.severity === severity);
  if (has('refused')) return EXIT.ledgerRefused;
  if (has('unreachable')) return EXIT.unreachable;
  return has('error') ? EXIT.needsPerson : EXIT.done;
}

const MARKS = { refused: '✗', unreachable: '✗', error: '✗', warning: '!', note: '·' } as const;

function textOf(config: Config, findings: readonly DoctorFinding[], assumptions: readonly string[]): string {
  const { locale } = config;
  return [
    ...policyLines(config),
    findings.length === 0 ? say(locale, 'doctor.well') : say(locale, 'doctor.found', { count: findings.length }),
    ...findings.flatMap(({ severity, meaning, repair }) => [`${MARKS[severity]} ${meaning}`, `    ${repair}`]),
    '',
    say(locale, 'doctor.assumes'),
    ...assumptions.map((line) => `  - ${line}`),
    '',
  ].join('\n');
}
