import type { Work } from '../ledger/verbs/due-deliveries.ts';
import type { Queue } from './create-queue.ts';
import type { Lane, Prepared } from './lane.ts';

/** Prepares deliveries, some of them before their turn. */
export interface Preparer {
  prepare(work: Work): Promise<Prepared>;
  /** To be called when something went on its way: those whose turn comes next are prepared while it is. */
  lookAhead(): void;
}

export function createPreparer(lane: Lane, queue: Pick<Queue, 'lookAhead'>): Preparer {
  const early = new WeakMap<Work, Promise<Prepared>>();
  let looks = false;

  async function look(): Promise<void> {
    for (const work of await queue.lookAhead()) {
      if (early.has(work) || !lane.mayPrepareEarly(work)) continue;
      const prepared = lane.prepare(work);
      early.set(work, prepared);
      await prepared;
    }
  }

  return {
    prepare: (work) => early.get(work) ?? lane.prepare(work),
    lookAhead() {
      if (looks) return;
      looks = true;
      // Once the requests of this turn are written. What fails here fails again when its turn has come, and is heard then.
      setImmediate(() => {
        looks = false;
        look().catch(() => undefined);
      });
    },
  };
}
