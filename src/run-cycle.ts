import type { Clock } from './clock.ts';
import { findBridgeStatus } from './config/find-bridge-status.ts';
import type { Config } from './config/to-config.ts';
import { planForward, runForward } from './forward/run-forward.ts';
import { runIntakeList } from './intake/run-intake-list.ts';
import type { LocalIntake } from './intake/run-intake-local.ts';
import { runIntakeLocal } from './intake/run-intake-local.ts';
import type { NationalIntake } from './intake/run-intake-national.ts';
import { runIntakeNational } from './intake/run-intake-national.ts';
import { askNational } from './lane/ask-national.ts';
import type { SideWatch } from './lane/side-watch.ts';
import { createSideWatch } from './lane/side-watch.ts';
import type { DeliveryKind, Side } from './ledger/delivery.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { LocalSystem } from './local/local-system.ts';
import { planMirror, runMirror } from './mirror/run-mirror.ts';
import type { NationalSystem } from './national/national-system.ts';
import type { LeapWatch } from './settle/create-leap-watch.ts';
import { settleDoubts } from './settle/settle-doubts.ts';

export interface CycleDeps {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly local: LocalSystem;
  readonly national: NationalSystem;
  readonly clock: Clock;
  readonly leaps: LeapWatch;
  /** In [0, 1). */
  readonly random: () => number;
  /** Nothing new begins once this aborts. */
  readonly halt: AbortSignal;
  /** What is in flight is broken off once this aborts. */
  readonly stop: AbortSignal;
  readonly onProgress: (step: Progress) => void;
}

export type Progress = { readonly step: 'local' | 'national' | 'delivered'; readonly count: number };

export interface CycleOptions {
  /** A run by hand: every open case is asked for, and a side that failed lately is tried at once. */
  readonly once: boolean;
  /** Reads and decides, sends nothing anywhere. */
  readonly sends: boolean;
}

export interface CycleResult {
  readonly local: LocalIntake;
  readonly national: NationalIntake & { readonly new: number };
  readonly done: Readonly<Record<DeliveryKind, number>>;
  readonly moved: number;
  readonly sides: Readonly<Record<Side, SideWatch>>;
}

/**
 * One round of the whole bridge: local → intake → ledger → forward → national; national → mirror → ledger → local. Goes on
 * until nothing is due any more, nothing moves, or `halt`.
 */
export async function runCycle(deps: CycleDeps, options: CycleOptions): Promise<CycleResult> {
  const sides = await watchSides(deps, options);
  const startedAt = deps.clock.now();
  const done = { create: 0, reject: 0, 'follow-up': 0, report: 0, 'write-back': 0, response: 0 };
  const round: Round = { ...deps, options, sides, startedAt, looked: new Set(), done };
  const national = { polled: 0, changed: 0, new: 0 };
  let moved = 0;

  const { statuses } = deps.config.maps;
  await deps.ledger.reviewAlarms(startedAt, (name) => findBridgeStatus(statuses, name) !== null);
  const local = await readLocal(round);
  await seeWhetherItAnswers(round);
  national.new = await runIntakeList({ ...round, watch: sides.national });
  for (;;) {
    const delivered = await deliver(round);
    moved += delivered;
    const polled = await readNational(round, delivered > 0);
    national.polled += polled.polled;
    national.changed += polled.changed;
    if ((polled.polled === 0 && delivered === 0) || deps.halt.aborted) break;
  }
  await Promise.all([sides.local.save(), sides.national.save()]);
  return { local, national, done, moved, sides };
}

interface Round extends CycleDeps {
  readonly options: CycleOptions;
  readonly sides: Readonly<Record<Side, SideWatch>>;
  readonly startedAt: number;
  readonly looked: Set<number>;
  readonly done: Record<DeliveryKind, number>;
}

async function watchSides(deps: CycleDeps, { once }: CycleOptions): Promise<Record<Side, SideWatch>> {
  const { ledger, clock, random, config } = deps;
  const watch = (side: Side) =>
    createSideWatch(side, { ledger, clock, random, impatient: once, pauseMs: config[side].limits.pauseMs });
  return { local: await watch('local'), national: await watch('national') };
}

async function readLocal(round: Round): Promise<LocalIntake> {
  return await runIntakeLocal({
    ...round,
    overlapMs: round.config.local.overlapMs,
    watch: round.sides.local,
    onProgress: (count) => round.onProgress({ step: 'local', count }),
  });
}

async function readNational(round: Round, isBusy: boolean): Promise<NationalIntake> {
  const { ledger, options, config, clock } = round;
  const watch = round.sides.national;
  if (round.halt.aborted || watch.waits()) return { polled: 0, changed: 0 };
  // Half a minute's worth of the limit where there is more to send, so that neither waits long for the other.
  const { perMinute } = config.national.limits;
  const limit = Math.max(2, Math.ceil(isBusy ? perMinute / 8 : perMinute));
  const open = options.once ? await ledger.openCasesToPoll({ before: round.startedAt, limit }) : [];
  // A closed case can be reopened: by hand, too, it has its turn when it is due.
  const cases = open.length > 0 ? open : await ledger.casesToPoll({ now: clock.now(), limit });
  const read = await runIntakeNational(
    { ...round, watch, onProgress: (count) => round.onProgress({ step: 'national', count }) },
    cases,
    { withAnswers: options.once },
  );
  if (read.polled === 0) await seeWhetherItAnswers(round);
  return read;
}

/** A side that failed, or left a create in doubt, is asked something cheap before anything is written there again. */
async function seeWhetherItAnswers(round: Round): Promise<void> {
  const { state, creates } = round.sides.national.health();
  if (state !== 'up' || creates === 'stopped') await askNational({ ...round, watch: round.sides.national });
}

async function deliver(round: Round): Promise<number> {
  const { sends } = round.options;
  let moved = sends ? await settleDoubts(round) : 0;
  if (round.halt.aborted) return moved;
  await planForward(round);
  if (sends && !(await isBraked(round, 'national'))) {
    moved += await resend(round);
    const sent = await forward(round);
    // A create that went into doubt just now is looked up just now, or parked where nothing can look it up.
    moved += sent === 0 ? 0 : sent + (await settleDoubts(round));
  }
  if (!round.config.policy.writeBack) return moved;
  await planMirror(round);
  if (sends && !(await isBraked(round, 'local'))) {
    const written = await runMirror({ ...round, watch: round.sides.local, onDone: (kind) => onDone(round, kind) });
    moved += written === 0 ? 0 : written + (await settleDoubts(round));
  }
  return moved;
}

/** A brake keeps everything from being written to this side until a person has confirmed. */
async function isBraked({ ledger }: Round, side: Side): Promise<boolean> {
  return (await ledger.stoppedSides()).has(side);
}

/**
 * Nothing is written before the side answered a read in this round: a maintenance page would cost a manual case. After a
 * create in doubt a good read lets one report go at a time, as long as the side's watch allows it.
 */
async function forward(round: Round): Promise<number> {
  const watch = round.sides.national;
  const localIsUp = () => round.sides.local.health().state === 'up';
  if (!(await isReadyToWrite(round))) return 0;
  let moved = 0;
  for (;;) {
    const count = await runForward({ ...round, watch, localIsUp, onDone: (kind) => onDone(round, kind) });
    moved += count;
    if (round.halt.aborted || watch.health().creates !== 'stopped') return moved;
    await seeWhetherItAnswers(round);
    if (watch.creates() === 'stopped') return moved;
  }
}

async function isReadyToWrite(round: Round): Promise<boolean> {
  const { ledger, clock, sides, startedAt } = round;
  const hasAnswered = () => {
    const { state, lastOkAt } = sides.national.health();
    return state === 'up' && lastOkAt !== null && lastOkAt >= startedAt;
  };
  if (hasAnswered()) return true;
  const [due] = await ledger.dueDeliveries({ side: 'national', now: clock.now(), limit: 1, creates: true });
  if (due === undefined) return false;
  await askNational({ ...round, watch: round.sides.national });
  return hasAnswered();
}

/** Only where the configuration gives up "at most one" for it (`policy.onUnknownOutcome: resend`). */
async function resend({ ledger, config, clock }: Round): Promise<number> {
  const { onUnknownOutcome, resendAfterMs } = config.policy;
  return onUnknownOutcome === 'resend' ? await ledger.resendUnknown(clock.now(), resendAfterMs) : 0;
}

function onDone(round: Round, kind: DeliveryKind): void {
  round.done[kind] += 1;
  const count = Object.values(round.done).reduce((sum, one) => sum + one, 0);
  round.onProgress({ step: 'delivered', count });
}
