import type { Delivery } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';

/** A write-back that is to be sent again brings what is known by then, not what was when it was owed: it is planned anew. */
export function* writeNewest({ kind, caseId }: Delivery): Verb<void> {
  if (kind === 'write-back') yield* run('update cases set owes_local = 1 where id = :caseId', { caseId });
}
