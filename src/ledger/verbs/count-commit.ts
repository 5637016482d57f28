import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';

/** Part of every transaction that changes anything, so that a ledger can be told from itself before it. */
export function* countCommit(): Verb<void> {
  yield* run(`update tally set count = count + 1 where name = 'commits'`);
}
