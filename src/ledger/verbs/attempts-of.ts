import type { DeliveryEvent } from '../lifecycle.ts';
import type { Verb } from '../verb.ts';
import { all } from '../verb.ts';

/** One try to write what is owed. Times are epoch milliseconds. */
export interface Attempt {
  readonly deliveryId: number;
  /** From 1. */
  readonly number: number;
  readonly begunAt: number;
  /** `null`: nobody knows how it ended. */
  readonly endedAt: number | null;
  readonly outcome: DeliveryEvent | null;
  /** HTTP status of the answer. */
  readonly status: number | null;
}

/** Every try of a case's deliveries, in the order they began. */
export function* attemptsOf(caseId: number): Verb<readonly Attempt[]> {
  return yield* all<Attempt>(
    `select a.delivery_id as "deliveryId", a.number, a.begun_at as "begunAt", a.ended_at as "endedAt", a.outcome, a.status
     from delivery d join attempt a on a.delivery_id = d.id where d.case_id = :caseId order by a.begun_at, a.delivery_id, a.number`,
    { caseId },
  );
}
