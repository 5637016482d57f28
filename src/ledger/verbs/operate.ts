import type { Case } from '../case.ts';
import type { LinkRefusal } from '../decide-link.ts';
import { type Delivery, leavesOpen } from '../delivery.ts';
import { LIFECYCLE } from '../lifecycle.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';
import { clearAlarmsOf } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { deliveriesOf, findCaseByAnyId, findCaseByNationalId } from './find-case.ts';
import { moveDelivery } from './move-delivery.ts';
import { completeDelivery } from './settle-delivery.ts';
import { writeNewest } from './write-newest.ts';

/** What an operator's command did, or why it was refused. */
export type Operated =
  | { readonly ok: true; readonly case: Case; readonly count: number }
  | { readonly ok: false; readonly refusal: Refusal };

export type Refusal =
  | 'no-such-case'
  | 'nothing-to-do'
  | 'outcome-unknown'
  | 'number-taken'
  | 'has-other-number'
  | 'too-early'
  | 'linked'
  | 'not-linked'
  | LinkRefusal
  | 'no-number'
  | 'under-way'
  | 'had-it';

/** A report, or one delivery of it alone. */
export type Which =
  | string
  | {
      readonly id: string;
      readonly key?: string | undefined;
      /** So long after its last attempt what was sent may still turn up: before that nobody can know that it is not there. */
      readonly settleMs?: number;
    };

/**
 * A person found the report at LAPOR! under `tracking`, or knows that it is not there (`tracking: null`). Where the report
 * itself is settled already this speaks of what is stuck under it: what waits for its first try is sent all the same. Of a delivery
 * that is named it speaks of that one alone. `too-early` where one of them may still turn up.
 */
export function* resolveCase(which: Which, tracking: string | null, at: number): Verb<Operated> {
  const { id, key, settleMs = 0 } = typeof which === 'string' ? { id: which } : which;
  const owner = yield* findCaseByAnyId(id);
  if (owner === null) return { ok: false, refusal: 'no-such-case' };
  const deliveries = yield* deliveriesOf(owner.id);
  const event = tracking === null ? 'resolve-absent' : 'resolve-found';
  if (tracking !== null) {
    const taken = yield* findCaseByNationalId(tracking);
    if (taken !== null && taken.id !== owner.id) return { ok: false, refusal: 'number-taken' };
    if (owner.nationalId !== null && owner.nationalId !== tracking) return { ok: false, refusal: 'has-other-number' };
  }
  // Where a report is made locally its own reference shows it: nobody can tell its id in a word.
  const open = deliveries.filter(
    ({ state, kind }) => LIFECYCLE[state][event] !== null && (tracking === null || kind !== 'report'),
  );
  const chosen = key === undefined ? spokenOf(open, tracking) : open.filter((delivery) => delivery.key === key);
  if (chosen.length === 0) return { ok: false, refusal: 'nothing-to-do' };
  const mayTurnUp = (one: Delivery) => mayHaveArrived(one) && one.endedAt !== null && at - one.endedAt < settleMs;
  if (tracking === null && settleMs > 0 && chosen.some(mayTurnUp)) return { ok: false, refusal: 'too-early' };
  for (const delivery of chosen) {
    if (tracking === null) {
      const anew = { dueAt: at, attempts: 0, reason: null };
      yield* moveDelivery(delivery, { event: 'resolve-absent', actor: 'operator', at, ...anew });
      yield* writeNewest(delivery);
    } else {
      const peerId = delivery.kind === 'create' ? tracking : null;
      yield* completeDelivery(delivery, { event: 'resolve-found', at, peerId, data: { tracking } });
    }
  }
  yield* clearAlarmsOf(owner.id, ['near-match', 'number-taken'], { at });
  return { ok: true, case: owner, count: chosen.length };
}

/** The report itself; where that is settled, what is stuck under it. */
function spokenOf(open: readonly Delivery[], tracking: string | null): readonly Delivery[] {
  const create = open.find((delivery) => delivery.kind === 'create');
  if (create !== undefined) return [create];
  const stuck = open.filter(isStuck);
  return tracking === null ? stuck : foundUnder(stuck);
}

/** Sends again what was refused or given up; what may have arrived is left to `resolve`. */
export function* retryCase(id: string, at: number): Verb<Operated> {
  const owner = yield* findCaseByAnyId(id);
  if (owner === null) return { ok: false, refusal: 'no-such-case' };
  const parked = (yield* deliveriesOf(owner.id)).filter((delivery) => delivery.state === 'parked');
  const safe = parked.filter((delivery) => !leavesOpen(delivery.reason));
  if (safe.length === 0) return { ok: false, refusal: parked.length > 0 ? 'outcome-unknown' : 'nothing-to-do' };
  for (const delivery of safe) {
    yield* moveDelivery(delivery, { event: 'retry', actor: 'operator', at, dueAt: at, attempts: 0, reason: null });
  }
  return { ok: true, case: owner, count: safe.length };
}

/** Nothing more is sent for this case until `releaseCase`. */
export function* holdCase(id: string, at: number): Verb<Operated> {
  const owner = yield* findCaseByAnyId(id);
  if (owner === null) return { ok: false, refusal: 'no-such-case' };
  if (owner.hold) return { ok: false, refusal: 'nothing-to-do' };
  yield* run('update cases set hold = 1 where id = :id', { id: owner.id });
  const movable = (yield* deliveriesOf(owner.id)).filter((delivery) => LIFECYCLE[delivery.state].hold !== null);
  for (const delivery of movable) {
    yield* moveDelivery(delivery, {
      event: 'hold',
      actor: 'operator',
      at,
      reason: 'operator',
      data: { was: delivery.reason },
    });
  }
  yield* appendHistory({ at, caseId: owner.id, deliveryId: null, event: 'case-held', actor: 'operator' });
  return { ok: true, case: owner, count: movable.length };
}

/**
 * Ends an operator's hold: what it held goes on where it was. Where there is none, lets go whatever else is held (by the
 * guard, or because it is older than `policy.since`).
 */
export function* releaseCase(id: string, at: number): Verb<Operated> {
  const owner = yield* findCaseByAnyId(id);
  if (owner === null) return { ok: false, refusal: 'no-such-case' };
  const held = (yield* deliveriesOf(owner.id)).filter(
    ({ state, reason }) => state === 'held' && (!owner.hold || reason === 'operator'),
  );
  if (!owner.hold && held.length === 0) return { ok: false, refusal: 'nothing-to-do' };
  yield* run('update cases set hold = 0 where id = :id', { id: owner.id });
  for (const delivery of held) yield* release(delivery, at);
  yield* appendHistory({ at, caseId: owner.id, deliveryId: null, event: 'case-released', actor: 'operator' });
  return { ok: true, case: owner, count: held.length };
}

/** Lets a held delivery go on where it was. */
export function* release(delivery: Delivery, at: number): Verb<void> {
  yield* moveDelivery(delivery, {
    event: 'release',
    actor: 'operator',
    at,
    reason: delivery.reasonBefore,
    dueAt: at,
  });
}

/**
 * Of what is stuck, that which was found with the report: what may have arrived. What certainly did not is for `retry`, and
 * what an operator holds for `release`, or they would be lost; where nothing else is stuck, they were found, or done by hand.
 */
function foundUnder(stuck: readonly Delivery[]): readonly Delivery[] {
  const unknown = stuck.filter(mayHaveArrived);
  const open = unknown.filter(({ state }) => state !== 'held');
  return [open, unknown].find((some) => some.length > 0) ?? stuck;
}

function mayHaveArrived({ state, heldFrom, reason, reasonBefore }: Delivery): boolean {
  if ((heldFrom ?? state) === 'doubt') return true;
  return leavesOpen(state === 'held' ? reasonBefore : reason);
}

/** In doubt or parked, also under a hold. */
function isStuck({ state, heldFrom }: Delivery): boolean {
  const where = heldFrom ?? state;
  return where === 'doubt' || where === 'parked';
}
