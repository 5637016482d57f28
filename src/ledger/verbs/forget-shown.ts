import type { Report } from '../../report/report.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';

/**
 * Only what the row showed speaks for what stands in it, as long as this ledger wrote nothing there; where it shows two
 * things, one of them in an older copy, none is believed.
 */
export function* forgetShown(caseId: number, { nationalId, nationalStatus }: Report): Verb<void> {
  yield* run(
    `update cases set written_status = null, owes_local = 1
     where id = :caseId and written_national_id = :nationalId and written_status is not null
       and written_status is not :nationalStatus
       and not exists (select 1 from delivery where case_id = :caseId and kind = 'write-back')`,
    { caseId, nationalId, nationalStatus },
  );
}
