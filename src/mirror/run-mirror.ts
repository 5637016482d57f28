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
import { toLocalReport } from './to-local-report.ts';
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
const ASK_AGAIN_MS = 60_000;
const MAX_AGE_MS = 14 * 86_400_000;

/** Plans what the local side is owed for every case with news. More new reports than the guard allows are held, all of them. */
export async function planMirror({
  ledger,
  config,
  clock,
}: Pick<MirrorDeps, 'ledger' | 'config' | 'clock'>): Promise<number> {
  const at = clock.now();
  const toMake = await ledger.countToMake();
  const guarded = toMake > config.policy.guard.maxNewPerCycle;
  if (guarded) await ledger.raiseAlarm({ kind: 'guard', caseId: null, detail: String(toMake), at });
  let planned = 0;
  for (;;) {
    const count = await ledger.planOwed('local', { limit: PLAN_BATCH, at }, (facts) =>
      decideOwedLocal(facts, config, { guarded }),
    );
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
    prepare: (work) => prepareMirror(deps, work),
    // Whether a report is there already is asked when it is its turn.
    mayPrepareEarly: ({ delivery }) => delivery.kind !== 'report',
    onSettled: (work, result) => {
      if (result.kind === 'done') deps.onDone(work.delivery.kind);
    },
  };
  return await runLane(lane);
}

/** Renders one write to the local side. */
export async function prepareMirror(
  deps: Pick<MirrorDeps, 'local' | 'national' | 'clock' | 'watch' | 'halt'>,
  work: Work,
): Promise<Prepared> {
  const { delivery, case: owner } = work;
  const { localId } = owner;
  // What became ready after the operator's hold is held, too.
  if (owner.hold) return { type: 'set-aside', event: 'hold', reason: 'operator' };
  // Whatever stands under its id now, if anything does, is another report.
  if (owner.deletedAt !== null) return { type: 'set-aside', event: 'hold', reason: 'deleted' };
  if (isLacking(deps.local, delivery.kind)) return { type: 'set-aside', event: 'refused', reason: 'unsupported' };
  if (delivery.kind === 'report') return await prepareReport(deps, work);
  if (localId === null) throw new Error('a local write without a local report');
  if (delivery.kind === 'write-back') {
    // What an older ledger wanted to write is brought up to date first.
    if (owner.nationalUnread) return { type: 'postpone', dueAt: deps.clock.now() + ASK_AGAIN_MS };
    const { nationalId, nationalStatus = null, localStatus = null } = delivery.body;
    if (nationalId === undefined) throw new Error('a write-back without a number');
    const values = { nationalId, nationalStatus, nationalUrl: deps.national.publicUrl(nationalId), localStatus };
    return sending(work, values, (context) => deps.local.writeBack(localId, values, context));
  }
  const response = work.followUp === null ? null : toLocalResponse(work.followUp);
  if (response === null) return { type: 'set-aside', event: 'refused', reason: 'empty-text' };
  return sending(work, response, (context) => deps.local.addResponse(localId, response, context));
}

/**
 * A report is made only where none carries its reference: a ledger that was lost has made it before. Where that cannot be
 * asked just now it waits.
 */
async function prepareReport(deps: Parameters<typeof prepareMirror>[0], work: Work): Promise<Prepared> {
  const { local, clock, watch, halt } = deps;
  if (work.listed === null) return { type: 'set-aside', event: 'refused', reason: 'empty-text' };
  const report = toLocalReport(work.listed, work.case);
  const found = await local.findByExternalRef(report.externalRef, halt);
  if (halt.aborted) return { type: 'postpone', dueAt: work.delivery.dueAt };
  await watch.noteRead(found.ok ? null : found.failure, false);
  if (!found.ok) return { type: 'postpone', dueAt: clock.now() + ASK_AGAIN_MS };
  const [first] = found.value;
  if (first !== undefined) return { type: 'found', peerId: first.localId };
  return sending(work, report, (context) => local.createReport(report, context));
}

function isLacking({ lacks }: LocalSystem, kind: DeliveryKind): boolean {
  const lacking: ReadonlySet<DeliveryKind> = lacks;
  return lacking.has(kind);
}

function sending(work: Work, values: object, send: (Prepared & { type: 'send' })['send']): Prepared {
  const contentHash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
  return { type: 'send', contentHash, body: work.delivery.body, send };
}
