import type { Verb } from '../verb.ts';
import { putMeta, readMeta } from './meta.ts';
import { readCursor } from './overview.ts';

/** The comparison of every row of the local side with the ledger: it goes on through many rounds, and restarts. */
export interface Comparison {
  /** The first page that has not been compared; `null` where none is under way. */
  readonly nextPage: number | null;
  /** When the last one, or the first reading of all, came to its end. Epoch milliseconds. */
  readonly completedAt: number | null;
}

const NAME = 'comparison';

export function* readComparison(): Verb<Comparison> {
  const text = yield* readMeta(NAME);
  return text === null ? { nextPage: null, completedAt: null } : (JSON.parse(text) as Comparison);
}

/** Begins one, unless one is under way, the last one ended less than `afterMs` ago, or nothing has been read yet. */
export function* beginComparison(at: number, afterMs: number): Verb<void> {
  const { nextPage, completedAt } = yield* readComparison();
  if (nextPage !== null || (yield* readCursor('local')) === null) return;
  const ageMs = at - (completedAt ?? 0);
  // A clock that was ahead would put it off for years.
  if (ageMs >= 0 && ageMs < afterMs) return;
  yield* write({ nextPage: 1, completedAt });
}

/** `nextPage: null`: all of it is compared. */
export function* noteCompared(nextPage: number | null, at: number): Verb<void> {
  const { completedAt } = yield* readComparison();
  yield* write({ nextPage, completedAt: nextPage === null ? at : completedAt });
}

function* write(comparison: Comparison): Verb<void> {
  yield* putMeta(NAME, JSON.stringify(comparison));
}
