import type { Work } from '../ledger/verbs/due-deliveries.ts';
import { createTurns } from './create-turns.ts';
import type { Lane } from './lane.ts';

/** What a lane has to do, handed out to those who do it. */
export interface Queue {
  /** The next delivery that may go now, or `null`. `written`: where that of the caller's last one is. */
  next(written: Promise<unknown>): Promise<Work | null>;
  /** To be called exactly once for each delivery that `next` gave. */
  finish(work: Work): void;
  /** Reads on where little is left, before anybody has to wait for it, and gives those whose turn comes next. */
  lookAhead(): Promise<readonly Work[]>;
  /** True where this delivery may be sent now; a create that may is under way until it is finished. */
  admit(work: Work): boolean;
  /** True while what was admitted may still be sent. */
  mayGo(): boolean;
  /** Gives and admits nothing more. */
  close(): void;
}

const BATCH = 32;

export function createQueue(lane: Lane): Queue {
  const buffer: Work[] = [];
  const inHand = new Set<number>();
  const turns = createTurns(lane.watch);
  const waiters: (() => void)[] = [];
  const endsAt = lane.clock.mono() + lane.sliceMs;
  let closed = false;
  let refilling: Promise<void> | null = null;

  function rests(): boolean {
    return closed || isHalted();
  }

  function isHalted(): boolean {
    return lane.halt.aborted || lane.watch.waits();
  }

  async function refill(): Promise<void> {
    const due = await lane.ledger.dueDeliveries({
      side: lane.side,
      now: lane.clock.now(),
      limit: BATCH + 2 * lane.concurrency,
      creates: lane.watch.creates() !== 'stopped',
    });
    const known = new Set([...inHand, ...buffer.map(idOf)]);
    buffer.push(...due.filter((item) => !known.has(idOf(item))));
  }

  function refillOnce(): Promise<void> {
    refilling ??= refill().finally(() => {
      refilling = null;
    });
    return refilling;
  }

  function take(): Work | 'later' | null {
    for (let item = buffer[0]; item !== undefined; item = buffer[0]) {
      const turn = turns.take(item.delivery);
      if (turn === 'later') return turn;
      buffer.shift();
      if (turn === 'barred') continue;
      inHand.add(item.delivery.id);
      return item;
    }
    return null;
  }

  return {
    async next(written) {
      for (;;) {
        if (rests() || lane.clock.mono() >= endsAt) return null;
        // What was settled last may be due again, or have made something else due.
        if (buffer.length === 0) await Promise.allSettled([written, refilling]);
        if (buffer.length === 0) await refillOnce();
        const item = take();
        if (item !== 'later') return item;
        await new Promise<void>((resolve) => waiters.push(resolve));
      }
    },
    mayGo: () => !isHalted(),
    admit: ({ delivery }) => !rests() && turns.admit(delivery),
    finish({ delivery }) {
      inHand.delete(delivery.id);
      turns.finish(delivery);
      for (const wake of waiters.splice(0)) wake();
    },
    async lookAhead() {
      if (rests()) return [];
      if (buffer.length < lane.concurrency) await refillOnce();
      return buffer.slice(0, lane.concurrency);
    },
    close() {
      closed = true;
    },
  };
}

function idOf({ delivery }: Work): number {
  return delivery.id;
}
