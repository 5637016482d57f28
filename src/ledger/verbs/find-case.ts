import type { Case, Message } from '../case.ts';
import type { Delivery, Side } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { all, one } from '../verb.ts';
import type { CaseColumns, DeliveryColumns, MessageColumns } from './rows.ts';
import { CASE_COLUMNS, DELIVERY_COLUMNS, MESSAGE_COLUMNS, toCase, toDelivery, toMessage } from './rows.ts';

export function* findCase(id: number): Verb<Case | null> {
  const row = yield* one<CaseColumns>(`select ${CASE_COLUMNS} from cases c where c.id = :id`, { id });
  return row === undefined ? null : toCase(row);
}

export function* findCaseByLocalId(localId: string): Verb<Case | null> {
  const row = yield* one<CaseColumns>(`select ${CASE_COLUMNS} from cases c where c.local_id = :localId`, { localId });
  return row === undefined ? null : toCase(row);
}

export function* findCaseByNationalId(nationalId: string): Verb<Case | null> {
  const row = yield* one<CaseColumns>(`select ${CASE_COLUMNS} from cases c where c.national_id = :nationalId`, {
    nationalId,
  });
  return row === undefined ? null : toCase(row);
}

/** A case by what a person has in hand: a local id, a ticket number or a tracking id, in this order. */
export function* findCaseByAnyId(id: string): Verb<Case | null> {
  const byLocalId = yield* findCaseByLocalId(id);
  if (byLocalId !== null) return byLocalId;
  const row = yield* one<CaseColumns>(
    `select ${CASE_COLUMNS} from cases c where c.ticket = :id order by c.id limit 1`,
    {
      id,
    },
  );
  return row === undefined ? yield* findCaseByNationalId(id) : toCase(row);
}

export function* messagesOf(caseId: number): Verb<readonly Message[]> {
  const rows = yield* all<MessageColumns>(
    `select ${MESSAGE_COLUMNS} from message m where m.case_id = :caseId order by m.id`,
    { caseId },
  );
  return rows.map(toMessage);
}

export function* deliveriesOf(caseId: number, side: Side | null = null): Verb<readonly Delivery[]> {
  const rows = yield* all<DeliveryColumns>(
    `select ${DELIVERY_COLUMNS} from delivery d
     where d.case_id = :caseId and (:side is null or d.side = :side) order by d.id`,
    { caseId, side },
  );
  return rows.map(toDelivery);
}

export function* findDelivery(id: number): Verb<Delivery | null> {
  const row = yield* one<DeliveryColumns>(`select ${DELIVERY_COLUMNS} from delivery d where d.id = :id`, { id });
  return row === undefined ? null : toDelivery(row);
}
