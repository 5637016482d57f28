import type { Verb } from '../verb.ts';
import { one } from '../verb.ts';

/**
 * A case learns its national number, once and for ever; both sides are owed what follows from it. Throws where it has
 * another one already: whoever lets a number in has asked before.
 */
export function* bindNumber(caseId: number, nationalId: string, at: number): Verb<void> {
  const bound = yield* one<{ id: number }>(
    `update cases set national_id = :nationalId, next_poll_at = :at, owes_national = 1, owes_local = 1
     where id = :caseId and (national_id is null or national_id = :nationalId) returning id`,
    { caseId, nationalId, at },
  );
  if (bound === undefined) throw new Error(`case ${caseId} has another number than ${nationalId}`);
}
