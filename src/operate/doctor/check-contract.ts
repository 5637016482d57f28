import { DateTime } from 'luxon';
import { findBridgeStatus } from '../../config/find-bridge-status.ts';
import type { Config } from '../../config/to-config.ts';
import { createNationalClient } from '../../create-sides.ts';
import { LedgerRefusedError } from '../../ledger/sqlite/ledger-refused-error.ts';
import { type ContractReading, readContract } from '../../national/lapor-v3/read-contract.ts';
import type { Host } from '../host.ts';
import { openForReading, worldOf } from '../open-bridge.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

const NEVER = new AbortController().signal;
const WEEK_MS = 7 * 86_400_000;
/** What LAPOR! says more than we know harms nobody. */
const SEVERITY = { envelope: 'error', missing: 'warning', type: 'warning', new: 'note' } as const;

/** Compares what LAPOR! answers with what we believe. `given`: the report to ask for; `null`: one of the ledger, if any. */
export async function checkContract(
  host: Host,
  config: Config,
  given: string | null,
): Promise<readonly DoctorFinding[]> {
  const { paths, list, account, create, followUp } = config.national;
  const nationalId = given ?? (await someReport(config));
  const client = createNationalClient(config, worldOf(host));
  const parts = { client, options: { paths, list, account, create, followUp }, clock: host.clock, random: host.random };
  const since = DateTime.fromMillis(host.clock.now() - WEEK_MS, { zone: config.timezone, locale: 'en' });
  try {
    const question = {
      nationalId,
      updatedSince: since.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
      institutionId: account.institutionId,
    };
    const readings = await readContract(parts, question, NEVER);
    return [
      ...(nationalId === null ? [unasked(config)] : []),
      ...readings.flatMap((reading) => findingsOf(config, reading)),
    ];
  } finally {
    client.close();
  }
}

/** An open report that LAPOR! has; a ledger that cannot be read knows none, and is told of as such. */
async function someReport(config: Config): Promise<string | null> {
  try {
    const ledger = openForReading(config);
    try {
      const [found] = await ledger.openCasesToPoll({ before: Number.MAX_SAFE_INTEGER, limit: 1 });
      return found?.nationalId ?? null;
    } finally {
      await ledger.close();
    }
  } catch (error) {
    if (error instanceof LedgerRefusedError) return null;
    throw error;
  }
}

function unasked({ locale }: Config): DoctorFinding {
  const repair = say(locale, 'doctor.contract.unasked.repair');
  return { check: 'contract', severity: 'note', meaning: say(locale, 'doctor.contract.unasked'), repair };
}

/** What of one answer is not as we believe, and names of statuses that the map does not know. */
function findingsOf(
  { locale, maps }: Config,
  { call, drifts, failure, statuses }: ContractReading,
): readonly DoctorFinding[] {
  const repair = say(locale, 'doctor.contract.repair');
  const unknown = statuses.filter((name) => findBridgeStatus(maps.statuses, name) === null);
  return [
    ...(failure === null
      ? []
      : [
          {
            check: 'contract',
            severity: 'error',
            meaning: say(locale, 'doctor.contract.failed', { call, failure }),
            repair,
          } as const,
        ]),
    ...drifts.map(({ kind, path, count }) => ({
      check: 'contract' as const,
      severity: SEVERITY[kind],
      meaning: say(locale, `doctor.contract.${kind}`, { call, path, count }),
      repair: kind === 'new' ? say(locale, 'doctor.contract.new.repair') : repair,
    })),
    ...unknown.map((name) => ({
      check: 'contract' as const,
      severity: 'warning' as const,
      meaning: say(locale, 'doctor.contract.status', { call, name }),
      repair: say(locale, 'doctor.contract.status.repair'),
    })),
  ];
}
