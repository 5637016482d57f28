import type { Config } from '../../config/to-config.ts';
import { createSides } from '../../create-sides.ts';
import type { NationalSystem } from '../../national/national-system.ts';
import { createPeerWatch } from '../../watch/create-peer-watch.ts';
import type { Host } from '../host.ts';
import { worldOf } from '../open-bridge.ts';
import { checkInstitutions } from './check-institutions.ts';
import { checkPeer } from './check-peer.ts';
import { checkRoutes } from './check-routes.ts';
import { checkSide } from './check-side.ts';
import type { DoctorFinding } from './doctor-finding.ts';

export interface SidesChecked {
  readonly findings: readonly DoctorFinding[];
  /** Rows that LAPOR!'s list gave; `null`: it has none, or it did not answer. */
  readonly listed: number | null;
  /** Farthest that a clock of the two sides is off, ms. */
  readonly skewMs: number | null;
}

const NEVER = new AbortController().signal;
const WEEK_MS = 7 * 86_400_000;

/** Asks both sides a little, and writes nothing: whether they answer, know us, and fit what we believe of them. */
export async function checkSides(host: Host, config: Config): Promise<SidesChecked> {
  const peers = createPeerWatch();
  const { now } = host.clock;
  const { local, national } = createSides(config, {
    ...worldOf(host),
    looksOnly: true,
    onPeer: (side, seen) => peers.observe(side, seen, now()),
  });
  try {
    const [here, there, list] = await Promise.all([
      local.readPage({ sinceMs: now() - WEEK_MS, page: 1 }, NEVER),
      national.institutions(NEVER),
      readList(national, config, now()),
    ]);
    const seen = { local: peers.take('local'), national: peers.take('national') };
    const skews = [seen.local.skewMs, seen.national.skewMs].flatMap((skew) => (skew === null ? [] : Math.abs(skew)));
    return {
      findings: [
        ...(here.ok ? checkRoutes(config, here.value.reports) : [checkSide(config.locale, 'local', here.failure)]),
        ...(there.ok ? checkInstitutions(config, there.value) : [checkSide(config.locale, 'national', there.failure)]),
        ...(list === null || list.ok || !there.ok ? [] : [checkSide(config.locale, 'national', list.failure)]),
        ...(['local', 'national'] as const).flatMap((side) =>
          checkPeer(config.locale, side, { ...seen[side], now: now() }),
        ),
      ],
      listed: list?.ok === true ? list.value.reports.length : null,
      skewMs: skews.length === 0 ? null : Math.max(...skews),
    };
  } finally {
    await local.close();
    national.close();
  }
}

async function readList(national: NationalSystem, { national: { account } }: Config, now: number) {
  if (national.listInbox === null) return null;
  return await national.listInbox({ institutionId: account.institutionId, sinceMs: now - WEEK_MS, page: 1 }, NEVER);
}
