import type { TwinCandidate } from '../ledger/twin.ts';

/** What a report just read is to the reports of the other side that are like it. */
export type TwinDecision =
  | { readonly type: 'none' }
  | { readonly type: 'certain'; readonly twin: TwinCandidate }
  | { readonly type: 'near'; readonly twins: readonly TwinCandidate[] };

const ASKED = 3;
/** Told alike by more people than this, a text is a template. */
const TEMPLATE = 3;

/**
 * Decides whether a report is one that is known from the other side. Read as a table:
 *
 *   like it                                        decision
 *   nothing, or what a person said is another      none
 *   the words of more than three other people      none: a template
 *   one for certain, that is not in doubt          certain
 *   one for certain, that may have arrived         near: the look-up or a person settles it
 *   several for certain                            near: they are like each other, too
 *   anything else                                  near: the three that are likest
 */
export function decideTwin(candidates: readonly TwinCandidate[]): TwinDecision {
  const open = candidates.filter(({ rejected, score }) => !rejected && score.verdict !== null);
  const byOthers = open.filter(({ score }) => score.evidence.reporter === 'different');
  const twins = byOthers.length > TEMPLATE ? open.filter((one) => !byOthers.includes(one)) : open;
  if (twins.length === 0) return { type: 'none' };
  const certain = twins.filter(({ score }) => score.verdict === 'certain');
  const [only] = certain;
  if (only !== undefined && certain.length === 1 && only.there !== 'perhaps') return { type: 'certain', twin: only };
  return { type: 'near', twins: twins.slice(0, ASKED) };
}
