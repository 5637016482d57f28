import { type Delivery, type DeliveryReason, leavesOpen } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { all, run } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import { openGap } from './ledger-gap.ts';
import { moveDelivery } from './move-delivery.ts';
import type { DeliveryColumns } from './rows.ts';
import { DELIVERY_COLUMNS, toDelivery } from './rows.ts';

const REASON: DeliveryReason = 'ledger-lost';

/**
 * An older ledger was put back on purpose. Whatever it takes for open may have been done since: a report waits for a
 * person's word, everything else is looked up first. What it knows to be done stays done. Nothing counts as begun, or as
 * written locally, by the ledger that it is from now on: so what it did since is known by order, whatever a clock says. Gives the number of deliveries that are doubted now.
 */
export function* recoverRolledBack(at: number): Verb<number> {
  const rows = yield* all<DeliveryColumns>(
    `select ${DELIVERY_COLUMNS} from delivery d where d.state <> 'done' order by d.id`,
  );
  for (const row of rows) yield* distrust(toDelivery(row), at);
  yield* run('update delivery set begun_at = null where begun_at is not null', {});
  // What stands in a row is looked up once LAPOR! was asked again: an older status must not be written over a newer one.
  yield* run('update cases set written_national_id = null, national_unread = 1 where national_id is not null', {});
  yield* openGap('rolled-back', at);
  const data = { deliveries: rows.length };
  yield* appendHistory({ at, caseId: null, deliveryId: null, event: 'ledger-recovered', actor: 'operator', data });
  return rows.length;
}

function* distrust(delivery: Delivery, at: number): Verb<void> {
  if (delivery.state === 'sending') {
    yield* moveDelivery(delivery, { event: 'lost', at, endedAt: at, reason: 'restart' });
  } else if (delivery.state === 'doubt') {
    // A later attempt may have ended just now: look-ups before this moment say nothing of it.
    yield* run('update delivery set ended_at = :at, absences = 0, last_absence_at = null where id = :id', {
      id: delivery.id,
      at,
    });
  } else if (delivery.kind === 'create') {
    yield* distrustCreate(delivery, at);
  } else if (delivery.state === 'held') {
    yield* run(
      `update delivery set held_from = 'doubt', ended_at = :at, absences = 0, last_absence_at = null where id = :id`,
      { id: delivery.id, at },
    );
  } else {
    yield* moveDelivery(delivery, { event: 'distrust', at, endedAt: at, reason: REASON });
  }
}

/**
 * A report that nothing can look up is for a person; what waits for one already goes on waiting. A hold that is let go
 * without a word on whether the report was filed, by hand or because it was deleted only for a while, leads to a person.
 */
function* distrustCreate(delivery: Delivery, at: number): Verb<void> {
  const { id, state, heldFrom, reason, reasonBefore } = delivery;
  const isOpen = heldFrom === 'ready' || (heldFrom === 'parked' && !leavesOpen(reasonBefore));
  if (state === 'held' && (reason === 'guard' || reason === 'deleted')) {
    // These would go with many, or once the report is restored.
    yield* run('update delivery set reason = :reason where id = :id', { id, reason: REASON });
  } else if (state === 'held' && reason !== REASON && isOpen) {
    yield* run(`update delivery set held_from = 'parked', reason_before = :reason where id = :id`, {
      id,
      reason: REASON,
    });
  } else if (state === 'ready' || (state === 'parked' && !leavesOpen(reason))) {
    yield* moveDelivery(delivery, { event: 'hold', at, reason: REASON });
  }
}
