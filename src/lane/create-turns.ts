import type { Delivery } from '../ledger/delivery.ts';
import type { SideWatch } from './side-watch.ts';

type Candidate = Pick<Delivery, 'id' | 'kind'>;

/** Whose turn it is among the creates of one lane. Other deliveries never wait for a turn. */
export interface CreateTurns {
  /** Takes a delivery in hand, unless creates are `barred`, or must wait until the one in hand is finished (`later`). */
  take(delivery: Candidate): 'taken' | 'later' | 'barred';
  /** Whether what was taken may be sent now: since then creates may have been stopped, or let go only one at a time. */
  admit(delivery: Candidate): boolean;
  finish(delivery: Candidate): void;
}

export function createTurns(watch: Pick<SideWatch, 'creates'>): CreateTurns {
  const inHand = new Set<number>();
  /** Those in hand that may be on the wire. */
  const admitted = new Set<number>();
  return {
    take({ id, kind }) {
      if (kind !== 'create') return 'taken';
      const creates = watch.creates();
      if (creates === 'stopped') return 'barred';
      if (creates === 'single' && inHand.size > 0) return 'later';
      inHand.add(id);
      return 'taken';
    },
    admit({ id, kind }) {
      if (kind !== 'create') return true;
      const creates = watch.creates();
      if (creates === 'stopped' || (creates === 'single' && admitted.size > 0)) return false;
      admitted.add(id);
      return true;
    },
    finish({ id }) {
      inHand.delete(id);
      admitted.delete(id);
    },
  };
}
