import type { Delivery, DeliveryReason } from '../delivery.ts';
import type { Settlement } from '../settlement.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';
import { clearAlarmsOf, raiseAlarm } from './alarms.ts';
import { bindNumber } from './bind-number.ts';
import { findCaseByLocalId, findCaseByNationalId, findDelivery } from './find-case.ts';
import { ledgerGap } from './ledger-gap.ts';
import { insertDelivery, type Move, moveDelivery } from './move-delivery.ts';
import { noteWritten } from './note-written.ts';

/** Writes down what became of a delivery that was being sent, with everything that follows from it. */
export function* settleDelivery(deliveryId: number, settlement: Settlement, at: number): Verb<Delivery | null> {
  const delivery = yield* findDelivery(deliveryId);
  if (delivery === null) throw new Error(`no delivery ${deliveryId}`);
  yield* run(
    `update attempt set ended_at = :at, outcome = :outcome, status = :status
     where delivery_id = :id and number = (select max(number) from attempt where delivery_id = :id)`,
    { id: delivery.id, at, outcome: settlement.event, status: settlement.status },
  );
  // A person may have settled it while the answer was on its way; then theirs is the last word.
  if (delivery.state !== 'sending') return null;
  const status = { status: settlement.status };
  if (settlement.event === 'answered' && (yield* isTaken(delivery, settlement.peerId))) {
    yield* raiseAlarm({ kind: 'number-taken', caseId: delivery.caseId, detail: settlement.peerId, at });
    return yield* moveDelivery(delivery, { event: 'lost', at, endedAt: at, reason: 'number-taken', data: status });
  }
  if (settlement.event === 'answered') {
    return yield* completeDelivery(delivery, { event: 'answered', at, peerId: settlement.peerId, data: status });
  }
  const dueAt = 'dueAt' in settlement ? settlement.dueAt : delivery.dueAt;
  const { event, reason } = settlement;
  return yield* moveDelivery(delivery, { event, at, endedAt: at, reason, dueAt, data: status });
}

/** A number, or a local id, that another case carries is no proof that this report was made. */
export function* isTaken(delivery: Delivery, peerId: string | null): Verb<boolean> {
  if (peerId === null || (delivery.kind !== 'create' && delivery.kind !== 'report')) return false;
  const owner = yield* delivery.kind === 'create' ? findCaseByNationalId(peerId) : findCaseByLocalId(peerId);
  return owner !== null && owner.id !== delivery.caseId;
}

export interface Completion {
  readonly event: 'answered' | 'found' | 'resolve-found';
  readonly at: number;
  readonly peerId: string | null;
  /** Of how many what was found is one part: whoever sent it may not have been this ledger. */
  readonly parts?: number | undefined;
  readonly data?: Readonly<Record<string, string | number | null>>;
}

/** Ends a delivery as done and does what follows: the case learns its number, a long answer goes on with its next part. */
export function* completeDelivery(delivery: Delivery, completion: Completion): Verb<Delivery> {
  const { at, peerId } = completion;
  const actor = completion.event === 'resolve-found' ? 'operator' : 'bridge';
  const done = yield* moveDelivery(delivery, {
    event: completion.event,
    actor,
    at,
    endedAt: at,
    reason: null,
    ...(peerId === null ? {} : { peerId }),
    data: { peerId, ...completion.data },
  });
  yield* follow(delivery, completion);
  return done;
}

function* follow(delivery: Delivery, { at, peerId, parts }: Completion): Verb<void> {
  const { caseId } = delivery;
  switch (delivery.kind) {
    case 'create':
      if (peerId === null) throw new Error(`delivery ${delivery.id} cannot be done without a number`);
      yield* clearAlarmsOf(caseId, ['near-match'], { at });
      return yield* bindNumber(caseId, { nationalId: peerId, at, filed: true });
    case 'report':
      if (peerId === null) throw new Error(`delivery ${delivery.id} cannot be done without a local id`);
      // Answers that were there before the report was wait for it.
      return yield* run('update cases set local_id = :peerId, owes_local = 1 where id = :caseId', { caseId, peerId });
    case 'follow-up':
      return yield* nextPart(delivery, { at, parts });
    case 'write-back':
      yield* noteWritten(caseId, delivery.body);
      return yield* run('update cases set owes_local = 1 where id = :caseId', { caseId });
    case 'response':
      // An id that another answer of the case carries already is the other side's mistake, and not this one's.
      return yield* run(
        `update message set local_id = :peerId where id = :messageId and local_id is null
           and not exists (select 1 from message m where m.case_id = :caseId and m.local_id = :peerId)`,
        { caseId, peerId, messageId: delivery.messageId },
      );
    case 'reject':
      return;
  }
}

/** Where this ledger did not send the part before it, whoever did may have sent this one, too. */
export function* nextPart(delivery: Delivery, { at, parts }: Pick<Completion, 'at' | 'parts'>): Verb<void> {
  const { part = 1, withheld = [] } = delivery.body;
  if (part >= (delivery.body.parts ?? parts ?? 1)) return;
  const isOurs = delivery.begunAt !== null;
  yield* insertDelivery(
    delivery.caseId,
    {
      side: 'national',
      kind: 'follow-up',
      key: delivery.key.replace(/:\d+$/, `:${part + 1}`),
      messageId: delivery.messageId,
      state: isOurs ? 'ready' : 'doubt',
      reason: isOurs ? null : (yield* ledgerGap()) === null ? 'linked' : 'ledger-lost',
      body: { part: part + 1, withheld },
    },
    at,
  );
}

/** Takes a ready delivery out of the queue before it is sent, with the reason that a person will see. */
export function* setAside(
  deliveryId: number,
  how: Pick<Move, 'at' | 'data'> & {
    readonly event: 'hold' | 'refused' | 'exhausted';
    readonly reason: DeliveryReason;
  },
): Verb<void> {
  const delivery = yield* findDelivery(deliveryId);
  if (delivery?.state === 'ready') yield* moveDelivery(delivery, how);
}

/** What a delivery was to bring is there already. */
export function* settleFound(deliveryId: number, peerId: string, at: number): Verb<void> {
  const delivery = yield* findDelivery(deliveryId);
  if (delivery?.state !== 'ready') return;
  if (yield* isTaken(delivery, peerId)) {
    yield* raiseAlarm({ kind: 'number-taken', caseId: delivery.caseId, detail: peerId, at });
    return void (yield* moveDelivery(delivery, { event: 'refused', at, reason: 'number-taken' }));
  }
  yield* completeDelivery(delivery, { event: 'found', at, peerId });
}

/** After a restart nobody knows what became of what was being sent. Gives their number. */
export function* recoverSending(at: number, ids: readonly number[]): Verb<number> {
  for (const id of ids) {
    const delivery = yield* findDelivery(id);
    if (delivery?.state === 'sending')
      yield* moveDelivery(delivery, { event: 'lost', at, endedAt: at, reason: 'restart' });
  }
  return ids.length;
}

/** Leaves a ready delivery for later: what it needs (a file, say) cannot be had just now. */
export function* postponeDelivery(deliveryId: number, dueAt: number): Verb<void> {
  yield* run(`update delivery set due_at = :dueAt where id = :id and state = 'ready'`, { id: deliveryId, dueAt });
}
