import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { Side } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
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

/** Looks up what is in doubt on a side. Gives the number of deliveries that moved. */
export async function settleDoubts(given: SettleDoubtsDeps, side: Side): Promise<number> {
  const { settleMs, onUnknownOutcome } = given.config.policy;
  const policy = { settleMs, giveUpMs: GIVE_UP_MS };
  const watch = given.sides[side];
  const deps = { ...given, side, policy, watch, resends: onUnknownOutcome === 'resend', waits: watch.waits };
  await countAnewAfterLeap(deps);
  if (side === 'local')
    return await runSettle({ ...deps, skips: () => false, probe: (work) => probeLocal(deps, work) });
  const { listInbox } = deps.national;
  const listed = listInbox === null ? 0 : await lookUpCreates(deps, listInbox);
  const skips = ({ delivery }: Work) => listInbox !== null && delivery.kind === 'create';
  return listed + (await runSettle({ ...deps, skips, probe: (work) => probeNational(deps, work) }));
}
