import type { Clock } from '../clock.ts';
import type { Gate } from '../http/gate.ts';
import type { SendResult } from '../http/outcome.ts';
import type { SendContext } from '../http/send-context.ts';
import type { DeliveryBody, DeliveryReason, Side } from '../ledger/delivery.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { decideSettlement, exhaustedBy } from '../ledger/settlement.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import { createTurns } from './create-turns.ts';
import type { SideWatch } from './side-watch.ts';

/** What is to be done with one delivery, decided before anything is sent. */
export type Prepared =
  | { readonly type: 'set-aside'; readonly event: 'hold' | 'refused'; readonly reason: DeliveryReason }
  | { readonly type: 'postpone'; readonly dueAt: number }
  | {
      readonly type: 'send';
      /** Hash of what is about to be sent. */
      readonly contentHash: string;
      readonly body: DeliveryBody;
      readonly send: (context: SendContext) => Promise<SendResult<string | null>>;
    };

export interface Lane {
  readonly side: Side;
  readonly ledger: Pick<Ledger, 'dueDeliveries' | 'beginDelivery' | 'settleDelivery' | 'setAside' | 'postponeDelivery'>;
  readonly watch: SideWatch;
  readonly gate: Gate;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly limits: { readonly maxAttempts: number; readonly maxAgeMs: number };
  /** The lane begins nothing more after so long, so that the other side has its turn. */
  readonly sliceMs: number;
  /** Nothing new begins once this aborts. */
  readonly halt: AbortSignal;
  /** What is in flight is broken off once this aborts. */
  readonly stop: AbortSignal;
  /** Gathers what a delivery needs and says what to do with it. */
  readonly prepare: (work: Work) => Promise<Prepared>;
  /** Told of every delivery that ended, with what became of it. */
  readonly onSettled: (work: Work, result: SendResult<string | null>) => void;
}

const BATCH = 64;

/**
 * Carries out what is owed to one side, oldest first, until nothing is due, the slice is over, the side must be left
 * alone, or `halt`.
 * Gives the number of deliveries that went anywhere. Every send has its intent committed before its first byte.
 */
export async function runLane(lane: Lane): Promise<number> {
  const queue = createQueue(lane);
  const workers = Array.from({ length: lane.concurrency }, () => work(lane, queue));
  // Where one throws, the others settle what they have under way: left alone it would be in doubt.
  const ends = await Promise.allSettled(workers);
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  await lane.watch.save();
  return ends.reduce((sum, end) => sum + (end.status === 'fulfilled' ? end.value : 0), 0);
}

interface Queue {
  /** The next delivery that may go now, or `null`. */
  next(): Promise<Work | null>;
  /** To be called exactly once for each delivery that `next` gave. */
  finish(work: Work): void;
  /** True where this delivery may be sent now; a create that may is under way until it is finished. */
  admit(work: Work): boolean;
  /** Gives and admits nothing more. */
  close(): void;
}

async function work(lane: Lane, queue: Queue): Promise<number> {
  let moved = 0;
  for (;;) {
    const item = await queue.next();
    if (item === null) return moved;
    try {
      if (await carry(lane, queue, item)) moved += 1;
    } catch (error) {
      queue.close();
      throw error;
    } finally {
      queue.finish(item);
    }
  }
}

/** Carries out one delivery: true where it moved. */
async function carry(lane: Lane, queue: Queue, item: Work): Promise<boolean> {
  const { ledger, clock } = lane;
  const { delivery } = item;
  const exhausted = exhaustedBy(delivery, clock.now(), lane.limits);
  if (exhausted !== null) {
    await ledger.setAside(delivery.id, { event: 'exhausted', reason: exhausted, at: clock.now() });
    return true;
  }
  const prepared = await lane.prepare(item);
  if (prepared.type === 'postpone') {
    await ledger.postponeDelivery(delivery.id, prepared.dueAt);
    return false;
  }
  if (prepared.type === 'set-aside') {
    await ledger.setAside(delivery.id, { event: prepared.event, reason: prepared.reason, at: clock.now() });
    return true;
  }
  return await send(lane, queue, { item, prepared });
}

async function send(
  lane: Lane,
  queue: Queue,
  { item, prepared }: { readonly item: Work; readonly prepared: Prepared & { type: 'send' } },
): Promise<boolean> {
  const { ledger, clock } = lane;
  const { delivery } = item;
  const permit = await lane.gate.enter(lane.halt);
  if (permit === null) return false;
  let begun = false;
  try {
    // Waiting for the permit can take minutes; what was allowed then may not be now.
    const intent = { deliveryId: delivery.id, at: clock.now(), contentHash: prepared.contentHash, body: prepared.body };
    begun = queue.admit(item) && (await ledger.beginDelivery(intent));
  } finally {
    if (!begun) permit.release();
  }
  if (!begun) return false;
  const result = await prepared.send({ permit, stop: lane.stop });
  const now = clock.now();
  await Promise.all([
    ledger.settleDelivery(delivery.id, decideSettlement(result, now), now),
    lane.watch.noteWrite(result, delivery.kind),
  ]);
  lane.onSettled(item, result);
  return result.kind !== 'not-sent' && result.kind !== 'not-reached';
}

function createQueue(lane: Lane): Queue {
  const buffer: Work[] = [];
  const inHand = new Set<number>();
  const turns = createTurns(lane.watch);
  const waiters: (() => void)[] = [];
  const endsAt = lane.clock.mono() + lane.sliceMs;
  let closed = false;
  let refilling: Promise<void> | null = null;

  function rests(): boolean {
    return closed || lane.halt.aborted || lane.watch.waits();
  }

  async function refill(): Promise<void> {
    const due = await lane.ledger.dueDeliveries({
      side: lane.side,
      now: lane.clock.now(),
      limit: BATCH + inHand.size,
      creates: lane.watch.creates() !== 'stopped',
    });
    buffer.push(...due.filter((item) => !inHand.has(item.delivery.id)));
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
    async next() {
      for (;;) {
        if (rests() || lane.clock.mono() >= endsAt) return null;
        if (buffer.length === 0) {
          refilling ??= refill().finally(() => {
            refilling = null;
          });
          await refilling;
        }
        const item = take();
        if (item !== 'later') return item;
        await new Promise<void>((resolve) => waiters.push(resolve));
      }
    },
    admit: ({ delivery }) => !rests() && turns.admit(delivery),
    finish({ delivery }) {
      inHand.delete(delivery.id);
      turns.finish(delivery);
      for (const wake of waiters.splice(0)) wake();
    },
    close() {
      closed = true;
    },
  };
}
