import { createHash } from 'node:crypto';
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
import { decideOwedLocal } from './decide-owed-local.ts';
import { toLocalResponse } from './to-local-response.ts';

export interface MirrorDeps {
  readonly ledger: Ledger;
  readonly local: LocalSystem;
  readonly national: Pick<NationalSystem, 'publicUrl'>;
  readonly config: Config;
  readonly clock: Clock;
  readonly watch: SideWatch;
  readonly halt: AbortSignal;
  readonly stop: AbortSignal;
  readonly onDone: (kind: DeliveryKind) => void;
}

const PLAN_BATCH = 200;
const SLICE_MS = 20_000;
const MAX_AGE_MS = 14 * 86_400_000;

/** Plans what the local side is owed for every case with news. */
export async function planMirror({
  ledger,
  config,
  clock,
}: Pick<MirrorDeps, 'ledger' | 'config' | 'clock'>): Promise<number> {
  let planned = 0;
  for (;;) {
    const options = { limit: PLAN_BATCH, at: clock.now() };
    const count = await ledger.planOwed('local', options, (facts) => decideOwedLocal(facts, config));
    planned += count;
    if (count < PLAN_BATCH) return planned;
  }
}

/** Writes what the local side is owed. Gives the number of deliveries that moved. */
export async function runMirror(deps: MirrorDeps): Promise<number> {
  const { config } = deps;
  const lane: Lane = {
    side: 'local',
    ledger: deps.ledger,
    watch: deps.watch,
    gate: deps.local.gate,
    clock: deps.clock,
    concurrency: config.local.kind === 'rest' ? config.local.limits.concurrency : 1,
    limits: { maxAttempts: config.policy.maxAttempts, maxAgeMs: MAX_AGE_MS },
    sliceMs: SLICE_MS,
    halt: deps.halt,
    stop: deps.stop,
    prepare: async (work) => prepareMirror(deps, work),
    mayPrepareEarly: () => true,
    onSettled: (work, result) => {
      if (result.kind === 'done') deps.onDone(work.delivery.kind);
    },
  };
  return await runLane(lane);
}

/** Renders one write to the local side. */
export function prepareMirror(deps: Pick<MirrorDeps, 'local' | 'national'>, work: Work): Prepared {
  const { delivery, case: owner } = work;
  const { localId } = owner;
  // What became ready after the operator's hold is held, too.
  if (owner.hold) return { type: 'set-aside', event: 'hold', reason: 'operator' };
  if (localId === null) throw new Error('a local write without a local report');
  if (delivery.kind === 'write-back') {
    const { nationalId, nationalStatus = null, localStatus = null } = delivery.body;
    if (nationalId === undefined) throw new Error('a write-back without a number');
    const values = { nationalId, nationalStatus, nationalUrl: deps.national.publicUrl(nationalId), localStatus };
    return sending(work, values, (context) => deps.local.writeBack(localId, values, context));
  }
  const response = work.followUp === null ? null : toLocalResponse(work.followUp);
  if (response === null) return { type: 'set-aside', event: 'refused', reason: 'empty-text' };
  return sending(work, response, (context) => deps.local.addResponse(localId, response, context));
}

function sending(work: Work, values: object, send: (Prepared & { type: 'send' })['send']): Prepared {
  const contentHash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
  return { type: 'send', contentHash, body: work.delivery.body, send };
}
