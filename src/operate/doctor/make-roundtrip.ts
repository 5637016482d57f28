import type { Config } from '../../config/to-config.ts';
import { createSides } from '../../create-sides.ts';
import type { Host } from '../host.ts';
import { worldOf } from '../open-bridge.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';
import { type RoundtripResult, roundtrip } from './roundtrip.ts';

const NEVER = new AbortController().signal;

/** Makes the round trip with the LAPOR! of the configuration; the city's application is not asked for anything. */
export async function makeRoundtrip(
  host: Host,
  config: Config,
): Promise<{ readonly result: RoundtripResult; readonly findings: readonly DoctorFinding[] }> {
  const { local, national } = createSides(config, worldOf(host));
  const id = `uji${Buffer.from(host.randomBytes(4)).toString('hex')}`;
  try {
    const result = await roundtrip({ national, config, clock: host.clock, id, stop: NEVER });
    return { result, findings: result.failed === null ? [] : [toFinding(config, result, result.failed)] };
  } finally {
    await local.close();
    national.close();
  }
}

function toFinding(
  { locale }: Config,
  { nationalId }: RoundtripResult,
  { step, why }: NonNullable<RoundtripResult['failed']>,
): DoctorFinding {
  return {
    check: 'roundtrip',
    severity: 'error',
    meaning: say(locale, 'doctor.roundtrip.failed', { step, why }),
    repair: say(locale, 'doctor.roundtrip.repair', { number: nationalId ?? '-' }),
  };
}
