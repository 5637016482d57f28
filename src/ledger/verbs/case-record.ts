import type { Case, Message } from '../case.ts';
import type { Delivery, Side } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { all, atMost, only } from '../verb.ts';
import { deliveriesOf, findCaseByLocalId, findCaseByNationalId, messagesOf } from './find-case.ts';
import type { CaseColumns } from './rows.ts';
import { CASE_COLUMNS, toCase } from './rows.ts';

/** A case with all that the ledger has of it but texts. */
export interface CaseRecord {
  readonly case: Case;
  readonly messages: readonly Message[];
  readonly deliveries: readonly Delivery[];
  /** What it is owed nationally was not planned yet. */
  readonly isMarked: boolean;
}

/** The case of a row of the local side: by its id, else by the number under which it was born at LAPOR!. */
export function* recordOfRow(localId: string, nationalId: string | null): Verb<CaseRecord | null> {
  const named = yield* findCaseByLocalId(localId);
  if (named !== null) return yield* recordOf(named);
  const born = nationalId === null ? null : yield* findCaseByNationalId(nationalId);
  return born?.localId === null ? yield* recordOf(born) : null;
}

/** Cases after this id, in the order of their ids. */
export function* recordsAfter(caseId: number, limit: number): Verb<readonly CaseRecord[]> {
  const rows = yield* all<CaseColumns>(
    `select ${CASE_COLUMNS} from cases c where c.id > :caseId order by c.id ${atMost(limit)}`,
    { caseId },
  );
  const records: CaseRecord[] = [];
  for (const row of rows) records.push(yield* recordOf(toCase(row)));
  return records;
}

/** Number of cases that carry a number, in all and up to this id. */
export function* countNumbers(afterCaseId: number): Verb<{ readonly all: number; readonly left: number }> {
  return yield* only<{ all: number; left: number }>(
    `select count(*) as "all", count(case when id > :afterCaseId then 1 end) as "left" from cases
     where national_id is not null`,
    { afterCaseId },
  );
}

/** Keys of the rows that cannot be read, or that wait for a person, confirmed ones too. */
export function* apartKeys(side: Side): Verb<readonly string[]> {
  const rows = yield* all<{ key: string }>('select key from quarantine where side = :side', { side });
  return rows.map(({ key }) => key);
}

function* recordOf(owner: Case): Verb<CaseRecord> {
  const { marked } = yield* only<{ marked: number }>('select owes_national as marked from cases where id = :id', {
    id: owner.id,
  });
  return {
    case: owner,
    messages: yield* messagesOf(owner.id),
    deliveries: yield* deliveriesOf(owner.id),
    isMarked: marked === 1,
  };
}
