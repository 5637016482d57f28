import type { LedgerFacts } from '../../ledger/sqlite/verify-ledger.ts';
import { type Locale, type Phrase, say } from '../say.ts';

/** What this examination shows of the assumptions. */
export interface AssumptionFacts {
  /** Rows that the list gave; `null`: no list, or it gave none of its pages. */
  readonly listed: number | null;
  readonly hasList: boolean;
  /** `null`: there is no ledger yet, or it is refused. */
  readonly ledger: LedgerFacts | null;
  /** Farthest that a clock of the two sides is off, ms; `null`: neither said. */
  readonly skewMs: number | null;
}

export interface Assumption {
  readonly name: 'findable' | 'disk' | 'reference' | 'categories' | 'clocks';
  readonly assumption: string;
  /** What speaks for it here and now, or that nothing can. */
  readonly evidence: string;
}

/** What the promise rests on, each with what speaks for it. */
export function assumptions(locale: Locale, facts: AssumptionFacts): readonly Assumption[] {
  const { listed, hasList, ledger, skewMs } = facts;
  const findable = listed !== null ? 'list' : hasList ? 'list-silent' : 'no-list';
  const told = (
    name: Assumption['name'],
    evidence: Phrase,
    values: Readonly<Record<string, string | number>> = {},
  ) => ({
    name,
    assumption: say(locale, `doctor.assumes.${name}`),
    evidence: say(locale, evidence, values),
  });
  return [
    told('findable', `doctor.shows.${findable}`, { listed: listed ?? 0 }),
    ledger === null
      ? told('disk', 'doctor.shows.no-ledger')
      : told('disk', 'doctor.shows.ledger', { history: ledger.history, head: ledger.head.slice(0, 12) }),
    told('reference', 'doctor.shows.reference'),
    told('categories', 'doctor.shows.categories'),
    skewMs === null
      ? told('clocks', 'doctor.shows.no-clock')
      : told('clocks', 'doctor.shows.clock', { seconds: Math.round(Math.abs(skewMs) / 1_000) }),
  ];
}
