import type { Clock } from '../clock.ts';
import type { Config } from '../config/to-config.ts';
import type { Lane, Prepared } from '../lane/lane.ts';
import { runLane } from '../lane/run-lane.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import type { DeliveryKind } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import type { LocalSystem } from '../local/local-system.ts';
import type { NationalSystem } from '../national/national-system.ts';
import { decideOwedNational } from './decide-owed-national.ts';
import { prepareForward } from './prepare-forward.ts';

export interface ForwardDeps {
  readonly ledger: Ledger;
  readonly local: LocalSystem;
  readonly national: NationalSystem;
  readonly config: Config;
  readonly clock: Clock;
  readonly watch: SideWatch;
  readonly localIsUp: () => boolean;
  readonly halt: AbortSignal;
  readonly stop: AbortSignal;
  readonly onDone: (kind: DeliveryKind) => void;
}

const PLAN_BATCH = 200;
const SLICE_MS = 20_000;
const DELIVERY_MAX_AGE_MS = 14 * 86_400_000;

/** Plans what the nation is owed for every case with news. More new reports than the guard allows are held, all of them. */
export async function planForward({
  ledger,
  config,
  clock,
}: Pick<ForwardDeps, 'ledger' | 'config' | 'clock'>): Promise<number> {
  const at = clock.now();
  const toFile = await ledger.countToFile();
  const guarded = toFile > config.policy.guard.maxNewPerCycle;
  if (guarded) await ledger.raiseAlarm({ kind: 'guard', caseId: null, detail: String(toFile), at });
  // Only a rule asks for what a report says.
  const withReports = config.maps.institutions.rules.length > 0;
  let planned = 0;
  for (;;) {
    const count = await ledger.planOwed('national', { limit: PLAN_BATCH, at, withReports }, (facts) =>
      decideOwedNational(facts, config, { guarded }),
    );
    planned += count;
    if (count < PLAN_BATCH) return planned;
  }
}

/** Sends what the nation is owed and may be sent now. Gives the number of deliveries that moved. */
export async function runForward(deps: ForwardDeps): Promise<number> {
  const { config } = deps;
  const lane: Lane = {
    side: 'national',
    ledger: deps.ledger,
    watch: deps.watch,
    gate: deps.national.gate,
    clock: deps.clock,
    concurrency: config.national.limits.concurrency,
    limits: { maxAttempts: config.policy.maxAttempts, maxAgeMs: DELIVERY_MAX_AGE_MS },
    sliceMs: SLICE_MS,
    halt: deps.halt,
    stop: deps.stop,
    prepare: (work): Promise<Prepared> => prepareForward(deps, work),
    mayPrepareEarly: hasNoFiles,
    onSettled: (work, result) => {
      if (result.kind === 'done') deps.onDone(work.delivery.kind);
    },
  };
  return await runLane(lane);
}

/** Files are fetched and uploaded when it is their turn: what is uploaded for nothing stays at LAPOR! for ever. */
function hasNoFiles({ delivery, report, followUp }: Work): boolean {
  const carrier = delivery.kind === 'follow-up' ? followUp : report;
  return delivery.kind === 'reject' || carrier === null || carrier.attachments.length === 0;
}
