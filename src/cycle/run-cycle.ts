import type { Clock } from '../clock.ts';
import { findBridgeStatus } from '../config/find-bridge-status.ts';
import { isReturnedStatus } from '../config/is-returned-status.ts';
import type { Config } from '../config/to-config.ts';
import { runIntakeInstitutions } from '../intake/run-intake-institutions.ts';
import { runIntakeList } from '../intake/run-intake-list.ts';
import type { LocalIntake } from '../intake/run-intake-local.ts';
import { runIntakeLocal } from '../intake/run-intake-local.ts';
import type { NationalIntake } from '../intake/run-intake-national.ts';
import type { SideWatch } from '../lane/side-watch.ts';
import { createSideWatch } from '../lane/side-watch.ts';
import type { DeliveryKind, Side } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LocalSystem } from '../local/local-system.ts';
import type { NationalSystem } from '../national/national-system.ts';
import type { LeapWatch } from '../settle/create-leap-watch.ts';
import { createBell } from './create-bell.ts';
import type { Round } from './round.ts';
import { runLocalSide } from './run-local-side.ts';
import { runNationalSide, seeWhetherItAnswers } from './run-national-side.ts';

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
  /** Ids of local reports to read, whatever the list says of them. */
  readonly named?: readonly string[];
}

export interface CycleResult {
  readonly local: LocalIntake;
  readonly national: NationalIntake & { readonly new: number };
  readonly done: Readonly<Record<DeliveryKind, number>>;
  readonly moved: number;
  readonly sides: Readonly<Record<Side, SideWatch>>;
}

/**
 * One round of the whole bridge: local → intake → ledger → forward → national; national → mirror → ledger → local. Both
 * sides are served at once, each as fast as it allows, until nothing is due any more, nothing moves, or `halt`.
 */
export async function runCycle(deps: CycleDeps, options: CycleOptions): Promise<CycleResult> {
  const failed = new AbortController();
  const round = await beginRound({ ...deps, halt: AbortSignal.any([deps.halt, failed.signal]) }, options);
  const { sides } = round;
  const { statuses } = deps.config.maps;
  const isKnown = (name: string) => isReturnedStatus(statuses, name) || findBridgeStatus(statuses, name) !== null;
  await deps.ledger.reviewAlarms(round.startedAt, isKnown);
  // What the city says of its reports now is read before any of them is sent.
  const local = await readLocal(round);
  await deps.ledger.letTwinsGo(deps.clock.now());
  const news = createBell();
  const serveNational = async () => {
    await seeWhetherItAnswers(round);
    const born = await runIntakeList({ ...round, watch: sides.national });
    const run = await runNationalSide(round, news);
    await runIntakeInstitutions({ ...round, watch: sides.national });
    return { ...run, new: born };
  };
  const both = [serveNational().finally(news.end), runLocalSide(round, news)] as const;
  // Where one throws, the other begins nothing more, and what it has under way is settled first.
  for (const side of both) side.catch(() => failed.abort());
  await Promise.allSettled(both);
  const [{ moved, ...national }, written] = await Promise.all(both);
  await Promise.all([sides.local.save(), sides.national.save()]);
  return { local, national, done: round.done, moved: moved + written, sides };
}

async function beginRound(deps: CycleDeps, options: CycleOptions): Promise<Round> {
  const done = { create: 0, reject: 0, 'follow-up': 0, report: 0, 'write-back': 0, response: 0 };
  let delivered = 0;
  const onDone = (kind: DeliveryKind) => {
    done[kind] += 1;
    delivered += 1;
    deps.onProgress({ step: 'delivered', count: delivered });
  };
  const sides = await watchSides(deps, options);
  return { ...deps, options, sides, startedAt: deps.clock.now(), looked: new Set(), done, onDone };
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
    named: round.options.named ?? [],
    onProgress: (count) => round.onProgress({ step: 'local', count }),
  });
}
