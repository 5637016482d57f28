import type { Delivery, DeliveryBody } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';
import { raiseAlarm } from './alarms.ts';
import { findDelivery } from './find-case.ts';
import { moveDelivery } from './move-delivery.ts';
import { waitsForTwin } from './twins.ts';

export interface Intent {
  readonly deliveryId: number;
  readonly at: number;
  /** Hash of the bytes about to be sent, for the auditor. */
  readonly contentHash: string;
  /** What rendering found out, such as the number of parts. */
  readonly body: DeliveryBody;
}

/**
 * Writes down that a delivery is about to be sent, before its first byte. False where it may not be sent any more: it
 * was settled, held or taken by another meanwhile.
 */
export function* beginDelivery(intent: Intent): Verb<boolean> {
  const delivery = yield* findDelivery(intent.deliveryId);
  if (delivery === null || delivery.state !== 'ready') return false;
  const { caseId } = delivery;
  const owner = yield* one<{ hold: number; secret: number; nationalId: string | null }>(
    'select hold, secret, national_id as "nationalId" from cases where id = :caseId',
    {
      caseId,
    },
  );
  if (owner?.hold !== 0) return false;
  if (yield* waitsForTwin({ id: caseId, nationalId: owner.nationalId }, { kind: delivery.kind, at: intent.at })) {
    yield* moveDelivery(delivery, { event: 'hold', at: intent.at, reason: 'twin' });
    return false;
  }
  if (delivery.kind === 'create' && owner.secret === 1 && (yield* isResentByRule(delivery))) {
    yield* moveDelivery(delivery, { event: 'distrust', at: intent.at, reason: 'lost-answer' });
    yield* raiseAlarm({ kind: 'privacy-raised', caseId, detail: null, at: intent.at });
    return false;
  }
  const number = delivery.attempts + 1;
  yield* moveDelivery(delivery, {
    event: 'begin',
    at: intent.at,
    attempts: number,
    begunAt: intent.at,
    reason: null,
    body: intent.body,
    data: { attempt: number, contentHash: intent.contentHash },
  });
  // Numbered through all tries: those of the delivery begin again at one when an operator lets it try anew.
  yield* run(
    `insert into attempt (delivery_id, number, begun_at, content_hash)
     select :id, coalesce(max(number), 0) + 1, :at, :contentHash from attempt where delivery_id = :id`,
    { id: delivery.id, at: intent.at, contentHash: intent.contentHash },
  );
  return true;
}

/** The rule let it go while it was no secret; nobody has said since that it did not arrive. */
function* isResentByRule({ id, caseId }: Delivery): Verb<boolean> {
  const last = yield* one<{ event: string }>(
    `select event from history where case_id = :caseId and delivery_id = :id
       and event in ('delivery-resend', 'delivery-absent', 'delivery-resolve-absent') order by seq desc limit 1`,
    { caseId, id },
  );
  return last?.event === 'delivery-resend';
}
