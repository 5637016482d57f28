import type { Delivery, DeliveryReason } from '../delivery.ts';
import type { NationalNews } from '../national-news.ts';
import type { ProbeVerdict } from '../probe.ts';
import type { Verb } from '../verb.ts';
import { all, run } from '../verb.ts';
import { raiseAlarm } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { findDelivery } from './find-case.ts';
import { moveDelivery } from './move-delivery.ts';
import type { DeliveryColumns } from './rows.ts';
import { DELIVERY_COLUMNS, toDelivery } from './rows.ts';
import { completeDelivery, isTaken, nextPart } from './settle-delivery.ts';
import { writeNewest } from './write-newest.ts';

/** Applies what a look-up showed to a delivery in doubt; does nothing where a person settled it meanwhile. */
export function* settleDoubt(deliveryId: number, verdict: ProbeVerdict, beganAt: number): Verb<void> {
  const delivery = yield* findDelivery(deliveryId);
  if (delivery === null || !isOpenTo(verdict, delivery)) return;
  switch (verdict.type) {
    case 'wait':
      return;
    case 'near':
      return yield* near(delivery, verdict, beganAt);
    case 'no-way':
      return yield* park(delivery, verdict.reason, beganAt);
    case 'found':
      return yield* found(delivery, verdict, beganAt);
    case 'missing':
      return yield* missing(delivery, verdict, beganAt);
    case 'clock-set-back':
      return yield* countAnew(delivery, beganAt);
  }
}

/** The times of an attempt are those of a clock that was wrong: it counts as ended now, and nothing as looked up. */
function* countAnew({ id, caseId, key }: Delivery, at: number): Verb<void> {
  yield* run('update delivery set ended_at = :at, absences = 0, last_absence_at = null where id = :id', { id, at });
  yield* appendHistory({
    at,
    caseId,
    deliveryId: id,
    event: 'counted-anew',
    actor: 'bridge',
    data: { key },
  });
}

/**
 * The clock was set forward: how long anything is in doubt is counted from now on, and where the rule sends parked reports
 * of unknown outcome again (`resends`), how long those are parked.
 */
export function* countDoubtsAnew(at: number, resends: boolean): Verb<void> {
  const rows = yield* all<DeliveryColumns>(
    `select ${DELIVERY_COLUMNS} from delivery d where d.state <> 'done' and d.ended_at is not null
       and (coalesce(d.held_from, d.state) = 'doubt'
         or (:resends = 1 and d.kind = 'create' and coalesce(d.held_from, d.state) = 'parked'
           and coalesce(d.reason_before, d.reason) = 'outcome-unknown'))
     order by d.id`,
    { resends: Number(resends) },
  );
  for (const row of rows) yield* countAnew(toDelivery(row), at);
}

/** A match found later settles what is parked or held, too; everything else is said of a doubt. */
function isOpenTo(verdict: ProbeVerdict, { state }: Delivery): boolean {
  if (state === 'doubt') return true;
  return verdict.type === 'found' && (state === 'parked' || state === 'held');
}

function* near(delivery: Delivery, verdict: ProbeVerdict & { type: 'near' }, at: number): Verb<void> {
  for (const detail of verdict.nearIds) {
    yield* raiseAlarm({ kind: 'near-match', caseId: delivery.caseId, detail, at });
  }
  yield* park(delivery, 'near-match', at);
}

function* park(delivery: Delivery, reason: DeliveryReason, at: number): Verb<void> {
  yield* moveDelivery(delivery, { event: 'no-way', at, reason });
}

function* found(delivery: Delivery, verdict: ProbeVerdict & { type: 'found' }, at: number): Verb<void> {
  const { caseId } = delivery;
  if (yield* isTaken(delivery, verdict.peerId)) {
    yield* raiseAlarm({ kind: 'number-taken', caseId, detail: verdict.peerId, at });
    return delivery.state === 'doubt' ? yield* park(delivery, 'number-taken', at) : undefined;
  }
  for (const detail of verdict.others) yield* raiseAlarm({ kind: 'found-twice', caseId, detail, at });
  yield* completeDelivery(delivery, { event: 'found', at, peerId: verdict.peerId, parts: verdict.parts });
}

function* missing(delivery: Delivery, verdict: ProbeVerdict & { type: 'missing' }, at: number): Verb<void> {
  // Begun before the last attempt ended, a look-up says nothing of it, whatever was known when it was judged.
  if (delivery.endedAt !== null && at < delivery.endedAt) return;
  const { id, caseId, key } = delivery;
  if (verdict.absent) {
    yield* moveDelivery(delivery, { event: 'absent', at, dueAt: at, reason: null });
    return yield* writeNewest(delivery);
  }
  const absences = delivery.absences + 1;
  yield* run('update delivery set absences = :absences, last_absence_at = :at where id = :id', { id, absences, at });
  yield* appendHistory({
    at,
    caseId,
    deliveryId: id,
    event: 'looked-up-missing',
    actor: 'bridge',
    data: { key, absences },
  });
}

/** E7 showed an answer of ours: the delivery that wrote it learns its id, whatever state it is in but sending. */
export function* bindAnswer(
  { deliveryId, nationalId, parts }: Omit<NationalNews & { type: 'own-answer' }, 'type'>,
  at: number,
): Verb<void> {
  const delivery = yield* findDelivery(deliveryId);
  if (delivery === null || delivery.state === 'sending') return;
  if (delivery.state !== 'done') {
    yield* completeDelivery(delivery, { event: 'found', at, peerId: nationalId, parts });
  } else if (delivery.peerId === null) {
    yield* run('update delivery set peer_id = :nationalId where id = :deliveryId', { nationalId, deliveryId });
    yield* appendHistory({
      at,
      caseId: delivery.caseId,
      deliveryId,
      event: 'answer-bound',
      actor: 'bridge',
      data: { key: delivery.key, peerId: nationalId },
    });
    // A person who found its beginning did not say of how many parts it is.
    if (delivery.body.parts === undefined) yield* nextPart(delivery, { at, parts });
  }
  yield* run('update message set national_id = coalesce(national_id, :nationalId) where id = :messageId', {
    nationalId,
    messageId: delivery.messageId,
  });
}

/**
 * `policy.onUnknownOutcome: resend`: lets go creates whose outcome stayed unknown for `afterMs`. It gives up "at most one",
 * so the history says that the rule did it, and a secret report is never risked. Gives their number.
 */
export function* resendUnknown(at: number, afterMs: number): Verb<number> {
  const rows = yield* all<DeliveryColumns>(
    `select ${DELIVERY_COLUMNS} from delivery d join cases c on c.id = d.case_id
     where d.side = 'national' and d.state = 'parked' and d.state <> 'done' and d.kind = 'create'
       and d.reason = 'outcome-unknown' and d.ended_at <= :before and c.secret = 0 order by d.id`,
    { before: at - afterMs },
  );
  for (const row of rows) {
    yield* moveDelivery(toDelivery(row), { event: 'resend', actor: 'policy', at, dueAt: at, reason: null });
  }
  return rows.length;
}
