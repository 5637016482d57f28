import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Side } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LocalSystem } from '../local/local-system.ts';
import type { NationalSystem } from '../national/national-system.ts';
import { countAnewAfterLeap } from './count-anew-after-leap.ts';
import type { LeapWatch } from './create-leap-watch.ts';
import { lookUpCreates } from './look-up-creates.ts';
import { probeLocal } from './probe-local.ts';
import { probeNational } from './probe-national.ts';
import { runSettle } from './run-settle.ts';

export interface SettleDoubtsDeps {
  readonly ledger: Ledger;
  readonly local: LocalSystem;
  readonly national: NationalSystem;
  readonly config: Config;
  readonly clock: Clock;
  readonly leaps: LeapWatch;
  readonly sides: Readonly<Record<Side, SideWatch>>;
  readonly halt: AbortSignal;
  /** Deliveries looked at already in this round. */
  readonly looked: Set<number>;
}

/** Without one complete look-up in this time a person decides. */
const GIVE_UP_MS = 86_400_000;

/** Looks up what is in doubt on both sides. Gives the number of deliveries that moved. */
export async function settleDoubts(given: SettleDoubtsDeps): Promise<number> {
  const { settleMs, onUnknownOutcome } = given.config.policy;
  const deps = { ...given, resends: onUnknownOutcome === 'resend' };
  await countAnewAfterLeap(deps);
  const policy = { settleMs, giveUpMs: GIVE_UP_MS };
  const { local, national } = deps.sides;
  const { listInbox } = deps.national;
  const listed = listInbox === null ? 0 : await lookUpCreates({ ...deps, policy, watch: national }, listInbox);
  const settled = await runSettle({
    ...deps,
    policy,
    side: 'national',
    waits: () => national.waits(),
    skips: (work) => listInbox !== null && work.delivery.kind === 'create',
    probe: (work) => probeNational({ ...deps, watch: national }, work),
  });
  const settledLocally = await runSettle({
    ...deps,
    policy,
    side: 'local',
    waits: () => local.waits(),
    skips: () => false,
    probe: (work) => probeLocal({ ...deps, watch: local }, work),
  });
  return listed + settled + settledLocally;
}
