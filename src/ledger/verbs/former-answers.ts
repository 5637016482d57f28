import type { Case } from '../case.ts';
import type { Delivery } from '../delivery.ts';
import { mayHaveArrived } from '../may-have-arrived.ts';
import type { Verb } from '../verb.ts';
import { all } from '../verb.ts';
import { deliveriesOf } from './find-case.ts';

/** What was, or may have been, given under this number for reports of the city that had it, until a person took it back. */
export function* formerAnswers({ id, nationalId }: Pick<Case, 'id' | 'nationalId'>): Verb<readonly Delivery[]> {
  const parted = yield* all<{ caseId: number }>(
    `select case_id as "caseId" from twin where national_id = :nationalId and state <> 'proposed' and case_id <> :id`,
    { id, nationalId },
  );
  const answers: Delivery[] = [];
  for (const { caseId } of parted) {
    const owed = yield* deliveriesOf(caseId, 'national');
    answers.push(...owed.filter((delivery) => delivery.kind === 'follow-up' && mayHaveArrived(delivery)));
  }
  return answers;
}
