import type { Delivery } from './delivery.ts';
import { leavesOpen } from './delivery.ts';

/**
 * True where the other side has, or may have, what this delivery carries. What waits for its turn, and what was refused for
 * its content, certainly did not arrive; a hold hides neither.
 */
export function mayHaveArrived(delivery: Pick<Delivery, 'state' | 'heldFrom' | 'reason' | 'reasonBefore'>): boolean {
  const { state, heldFrom, reason, reasonBefore } = delivery;
  switch (state) {
    case 'ready':
      return false;
    case 'sending':
    case 'doubt':
    case 'done':
      return true;
    case 'parked':
      return leavesOpen(reason);
    case 'held':
      if (reason === 'ledger-lost') return true;
      return (
        heldFrom !== null &&
        mayHaveArrived({ state: heldFrom, heldFrom: null, reason: reasonBefore, reasonBefore: null })
      );
  }
}
