import { isOfTheReport } from '../intake/is-of-the-report.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import { planMirror, runMirror } from '../mirror/run-mirror.ts';
import { nationalReference } from '../report/national-reference.ts';
import { settleDoubts } from '../settle/settle-doubts.ts';
import type { Bell } from './create-bell.ts';
import type { Round } from './round.ts';

/**
 * Writes what the city is owed, at its own pace beside LAPOR!, until nothing is due and LAPOR! has nothing more to say
 * (`news` is over), or `halt`. Gives the number of deliveries that moved.
 */
export async function runLocalSide(round: Round, news: Bell): Promise<number> {
  let moved = 0;
  for (;;) {
    const isLast = news.isOver();
    const written = await mirror(round);
    moved += written;
    if (round.halt.aborted || (written === 0 && isLast)) return moved;
    if (written === 0) await news.heard();
  }
}

async function mirror(round: Round): Promise<number> {
  const { options, config, ledger, sides } = round;
  const settled = options.sends ? await settleDoubts(round, 'local') : 0;
  if (!config.policy.writeBack || round.halt.aborted) return settled;
  await planMirror(round);
  // A brake keeps everything from being written until a person has confirmed.
  if (!options.sends || (await ledger.stoppedSides()).has('local') || !(await isReadyToWrite(round))) return settled;
  const written = await runMirror({ ...round, watch: sides.local });
  return written === 0 ? settled : settled + written + (await settleDoubts(round, 'local'));
}

/** A side that failed is asked before anything is written there again: an outage must not use up attempts. */
async function isReadyToWrite({ ledger, local, clock, sides, halt }: Round): Promise<boolean> {
  const isUp = () => sides.local.health().state === 'up';
  if (isUp()) return true;
  if (sides.local.waits()) return false;
  const [due] = await ledger.dueDeliveries({ side: 'local', now: clock.now(), limit: 1, creates: true });
  if (due === undefined) return false;
  const read = await ask(local, due, halt);
  if (halt.aborted) return false;
  await sides.local.noteRead(read.ok || isOfTheReport(read.failure) ? null : read.failure, false);
  return isUp();
}

/** Reads the report that is to be written to, or looks for the one that is to be made. */
function ask(local: Round['local'], { case: { localId, nationalId } }: Work, halt: AbortSignal) {
  return localId === null
    ? local.findByExternalRef(nationalReference(nationalId ?? ''), halt)
    : local.readReport(localId, halt);
}
