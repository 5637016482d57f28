import type { DeliveryBody } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';

/** The local side has these values of a write-back: no other is owed until the nation's move on. */
export function* noteWritten(caseId: number, body: DeliveryBody): Verb<void> {
  yield* run(
    `update cases set written_national_id = :nationalId, written_status = :nationalStatus,
       written_bridge_status = :bridgeStatus where id = :caseId`,
    {
      caseId,
      nationalId: body.nationalId ?? null,
      nationalStatus: body.nationalStatus ?? null,
      bridgeStatus: body.bridgeStatus ?? null,
    },
  );
}
