import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import { deliveriesOf } from './find-case.ts';
import { moveDelivery } from './move-delivery.ts';

/** A deleted report is there again: what was held for its deletion goes on. */
export function* restoreCase({ caseId, at }: { readonly caseId: number; readonly at: number }): Verb<void> {
  yield* run('update cases set deleted_at = null, owes_national = 1, owes_local = 1 where id = :caseId', { caseId });
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'restored-locally', actor: 'bridge' });
  const held = (yield* deliveriesOf(caseId)).filter(({ state, reason }) => state === 'held' && reason === 'deleted');
  for (const delivery of held)
    yield* moveDelivery(delivery, { event: 'release', at, reason: delivery.reasonBefore, dueAt: at });
}
