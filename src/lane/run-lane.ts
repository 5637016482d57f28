import type { SendResult } from '../http/outcome.ts';
import { decideSettlement, exhaustedBy } from '../ledger/settlement.ts';
import type { Work } from '../ledger/verbs/due-deliveries.ts';
import { createPreparer, type Preparer } from './create-preparer.ts';
import { createQueue, type Queue } from './create-queue.ts';
import type { Lane, Prepared } from './lane.ts';
import { toUnprepared } from './to-unprepared.ts';

/**
 * Carries out what is owed to one side, oldest first, until nothing is due, the slice is over, the side must be left
 * alone, or `halt`.
 * Gives the number of deliveries that went anywhere. Every send has its intent committed before its first byte.
 */
export async function runLane(lane: Lane): Promise<number> {
  const queue = createQueue(lane);
  const running = { ...lane, queue, preparer: createPreparer(lane, queue) };
  const workers = Array.from({ length: lane.concurrency }, () => work(running));
  // Where one throws, the others settle what they have under way: left alone it would be in doubt.
  await Promise.allSettled(workers);
  queue.close();
  const moved = await Promise.all(workers);
  await lane.watch.save();
  return moved.reduce((sum, count) => sum + count, 0);
}

interface RunningLane extends Lane {
  readonly queue: Queue;
  readonly preparer: Preparer;
}

/**
 * Goes on to the next delivery while the outcome of the last one is being written, so that this and the intent of the
 * next share a commit: the ledger writes in the order it is asked to.
 */
async function work(lane: RunningLane): Promise<number> {
  const { queue } = lane;
  let moved = 0;
  let written: Promise<unknown> = Promise.resolve();
  try {
    for (;;) {
      const item = await queue.next(written);
      if (item === null) return moved;
      const carried = await carryInHand(lane, item);
      if (carried.moved) moved += 1;
      written = Promise.all([written, carried.written]);
      // Thrown at the end; until then nothing more begins.
      written.catch(() => queue.close());
    }
  } finally {
    await written;
  }
}

async function carryInHand(lane: RunningLane, item: Work): Promise<Carried> {
  const { queue } = lane;
  try {
    return await carry(lane, item);
  } catch (error) {
    queue.close();
    throw error;
  } finally {
    queue.finish(item);
  }
}

interface Carried {
  readonly moved: boolean;
  /** Resolves once all of it is in the ledger. */
  readonly written: Promise<void>;
}

const STAYED: Carried = { moved: false, written: Promise.resolve() };
const SET_ASIDE: Carried = { moved: true, written: Promise.resolve() };

/** Carries out one delivery. */
async function carry(lane: RunningLane, item: Work): Promise<Carried> {
  const { ledger, clock } = lane;
  const { delivery } = item;
  const exhausted = exhaustedBy(delivery, clock.now(), lane.limits);
  if (exhausted !== null) {
    await ledger.setAside(delivery.id, { event: 'exhausted', reason: exhausted, at: clock.now() });
    return SET_ASIDE;
  }
  const prepared = await lane.preparer.prepare(item).catch((error: unknown) => toUnprepared(error));
  if (prepared.type === 'unprepared') {
    const { type: reason, ...fault } = prepared;
    await ledger.setAside(delivery.id, { event: 'refused', reason, at: clock.now(), data: { ...fault } });
    return SET_ASIDE;
  }
  if (prepared.type === 'postpone') {
    await ledger.postponeDelivery(delivery.id, prepared.dueAt);
    return STAYED;
  }
  if (prepared.type === 'found') {
    await ledger.settleFound(delivery.id, prepared.peerId, clock.now());
    return SET_ASIDE;
  }
  if (prepared.type === 'set-aside') {
    await ledger.setAside(delivery.id, { event: prepared.event, reason: prepared.reason, at: clock.now() });
    return SET_ASIDE;
  }
  return await send(lane, item, prepared);
}

async function send(lane: RunningLane, item: Work, prepared: Prepared & { readonly type: 'send' }): Promise<Carried> {
  const { ledger, clock } = lane;
  const { delivery } = item;
  const permit = await lane.gate.enter(lane.halt);
  if (permit === null) return STAYED;
  let begun = false;
  try {
    // Waiting for the permit can take minutes; what was allowed then may not be now.
    const intent = { deliveryId: delivery.id, at: clock.now(), contentHash: prepared.contentHash, body: prepared.body };
    begun = lane.queue.admit(item) && (await ledger.beginDelivery(intent));
  } finally {
    if (!begun) permit.release();
  }
  if (!begun) return STAYED;
  // The intent may have waited for the disk, while the side asked for a pause.
  if (!lane.queue.mayGo()) {
    permit.release();
    return { moved: false, written: settle(lane, item, { kind: 'not-sent', cause: 'stopped' }) };
  }
  permit.goesOut();
  const sent = prepared.send({ permit, stop: lane.stop });
  lane.preparer.lookAhead();
  const result = await sent;
  return {
    moved: result.kind !== 'not-sent' && result.kind !== 'not-reached',
    written: settle(lane, item, result),
  };
}

async function settle(lane: Lane, item: Work, result: SendResult<string | null>): Promise<void> {
  const { id, kind } = item.delivery;
  const now = lane.clock.now();
  await Promise.all([
    lane.ledger.settleDelivery(id, decideSettlement(result, now), now),
    lane.watch.noteWrite(result, kind),
  ]);
  lane.onSettled(item, result);
}
