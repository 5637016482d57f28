import type { Case } from './case.ts';
import type { Delivery } from './delivery.ts';
import { mayHaveArrived } from './may-have-arrived.ts';

/** What is known of two reports that a person calls one. */
export interface LinkFacts {
  readonly local: Case;
  /** What files the local report. */
  readonly create: Delivery | null;
  /** The case that carries the number; `null`: none. */
  readonly national: Case | null;
  /** What makes that one here. */
  readonly making: Delivery | null;
  /** Its words are kept, set apart. */
  readonly isApart: boolean;
  /** One of the two is linked to a third. */
  readonly isLinked: boolean;
}

export type LinkRefusal = 'nothing-to-do' | 'linked-elsewhere' | 'sending' | 'outcome-unknown' | 'unknown-number';

export type LinkDecision =
  /** The local report gets the number. */
  | { readonly type: 'bind' }
  /** Both stay two cases: the local one is not filed, or the national one not made here. `adopt`: it is opened first. */
  | { readonly type: 'keep-back'; readonly kind: 'create' | 'report'; readonly adopt: boolean }
  | { readonly type: 'refuse'; readonly refusal: LinkRefusal };

/**
 * Decides how two reports are joined that a person calls one. Read as a table:
 *
 *   local report      national report        decision
 *   has this number   -                      nothing to do
 *   either of them is linked to a third      refused
 *   being sent        -                      refused: once it is settled
 *   no number         no case of its own     it gets the number, whatever it was in doubt about
 *   may have arrived  a case of its own      refused: `resolve` first
 *   no number         a case of its own      never filed
 *   another number    unknown                refused: `adopt` it first
 *   another number    set apart              opened, and never made here
 *   another number    being made, or here    refused: both are on both sides, nothing is left to keep back
 *   another number    not made here yet      never made here
 */
export function decideLink(nationalId: string, facts: LinkFacts): LinkDecision {
  const { local, create, national, making, isApart, isLinked } = facts;
  const refuse = (refusal: LinkRefusal): LinkDecision => ({ type: 'refuse', refusal });
  if (local.nationalId === nationalId) return refuse('nothing-to-do');
  if (isLinked) return refuse('linked-elsewhere');
  if (create?.state === 'sending') return refuse('sending');
  if (local.nationalId === null) {
    if (national === null) return { type: 'bind' };
    if (create !== null && mayHaveArrived(create)) return refuse('outcome-unknown');
    return { type: 'keep-back', kind: 'create', adopt: false };
  }
  if (national === null) {
    return isApart ? { type: 'keep-back', kind: 'report', adopt: true } : refuse('unknown-number');
  }
  if (national.localId !== null || (making !== null && mayHaveArrived(making))) return refuse('linked-elsewhere');
  return { type: 'keep-back', kind: 'report', adopt: false };
}
