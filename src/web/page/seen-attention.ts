import type { AttentionItem } from '../../operate/attention.ts';
import type { Visit } from './visit.ts';

export interface SeenAttention {
  /** What a person has to settle. */
  readonly waiting: readonly AttentionItem[];
  /** What the bridge settles by itself. */
  readonly byItself: readonly AttentionItem[];
  /** How many of those that wait are about secret reports, and not shown. */
  readonly hidden: number;
}

/** What waits, as this visitor may see it: of secret reports only their number, but for who signed in. */
export function seenAttention({ csrf }: Pick<Visit, 'csrf'>, items: readonly AttentionItem[]): SeenAttention {
  const seen = items.filter(({ secret }) => csrf !== null || !secret);
  return {
    waiting: seen.filter(({ needsPerson }) => needsPerson),
    byItself: seen.filter(({ needsPerson }) => !needsPerson),
    hidden: items.length - seen.length,
  };
}
