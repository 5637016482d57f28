import { planForward, runForward } from '../forward/run-forward.ts';
import type { NationalIntake } from '../intake/run-intake-national.ts';
import { runIntakeNational } from '../intake/run-intake-national.ts';
import { askNational } from '../lane/ask-national.ts';
import { settleDoubts } from '../settle/settle-doubts.ts';
import type { Bell } from './create-bell.ts';
import type { Round } from './round.ts';

export interface NationalRun extends NationalIntake {
  /** Number of deliveries that moved. */
  readonly moved: number;
}

/**
 * Sends what LAPOR! is owed and asks for the cases that are due, in turns, until there is nothing more or `halt`. Rings
 * `news` whenever there may be something for the city.
 */
export async function runNationalSide(round: Round, news: Bell): Promise<NationalRun> {
  const total = { moved: 0, polled: 0, changed: 0 };
  for (;;) {
    const delivered = await deliver(round);
    news.ring();
    const read = await readCases(round, delivered > 0);
    news.ring();
    total.moved += delivered;
    total.polled += read.polled;
    total.changed += read.changed;
    if ((read.polled === 0 && delivered === 0) || round.halt.aborted) return total;
  }
}

async function readCases(round: Round, isBusy: boolean): Promise<NationalIntake> {
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
export async function seeWhetherItAnswers(round: Round): Promise<void> {
  const { state, creates } = round.sides.national.health();
  if (state !== 'up' || creates === 'stopped') await askNational({ ...round, watch: round.sides.national });
}

async function deliver(round: Round): Promise<number> {
  const { sends } = round.options;
  const settled = sends ? await settleDoubts(round, 'national') : 0;
  if (round.halt.aborted) return settled;
  await planForward(round);
  // A brake keeps everything from being written until a person has confirmed.
  if (!sends || (await round.ledger.stoppedSides()).has('national')) return settled;
  const resent = await resend(round);
  const sent = await forward(round);
  // A create that went into doubt just now is looked up just now, or parked where nothing can look it up.
  return settled + resent + (sent === 0 ? 0 : sent + (await settleDoubts(round, 'national')));
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
    const count = await runForward({ ...round, watch, localIsUp });
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
