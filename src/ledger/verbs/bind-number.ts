import type { Verb } from '../verb.ts';
import { one } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import { deliveriesOf } from './find-case.ts';
import { moveDelivery } from './move-delivery.ts';

export interface BoundNumber {
  readonly nationalId: string;
  readonly at: number;
  /** A filing brought it, not a person or an earlier ledger. */
  readonly filed: boolean;
}

/**
 * A case learns its national number, once and for ever; both sides are owed what follows from it. Throws where it has
 * another one already: whoever lets a number in has asked before.
 */
export function* bindNumber(caseId: number, number: BoundNumber): Verb<void> {
  const { nationalId, at, filed } = number;
  const bound = yield* one<{ id: number }>(
    `update cases set national_id = :nationalId, filed_at = case when :filed = 1 then :at else filed_at end,
       next_poll_at = :at, owes_national = 1, owes_local = 1
     where id = :caseId and (national_id is null or national_id = :nationalId) returning id`,
    { caseId, nationalId, at, filed: Number(filed) },
  );
  if (bound === undefined) throw new Error(`case ${caseId} has another number than ${nationalId}`);
  yield* joinTwin(caseId, number);
  // What a number that was taken back left without one.
  for (const delivery of yield* deliveriesOf(caseId, 'national')) {
    if (delivery.state === 'held' && delivery.reason === 'unlinked')
      yield* moveDelivery(delivery, { event: 'release', at, reason: delivery.reasonBefore, dueAt: at });
  }
}

/** Whoever gives it the number that a person is asked about has answered: it is linked, and can be parted again. */
function* joinTwin(caseId: number, { nationalId, at }: BoundNumber): Verb<void> {
  const joined = yield* one<{ id: number }>(
    `update twin set state = 'linked', apart = 0, until = null, at = :at
     where case_id = :caseId and national_id = :nationalId and state = 'proposed' returning id`,
    { caseId, nationalId, at },
  );
  if (joined === undefined) return;
  const data = { nationalId, points: null };
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'twin-linked', actor: 'bridge', data });
}
