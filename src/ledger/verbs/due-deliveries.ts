import type { NationalListed } from '../../national/national-system.ts';
import type { FollowUp } from '../../report/follow-up.ts';
import type { Report } from '../../report/report.ts';
import type { Case, Message } from '../case.ts';
import type { Delivery, Side } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { all, atMost, only } from '../verb.ts';
import type { Vault } from './payload.ts';
import { getPayload } from './payload.ts';
import type { CaseColumns, DeliveryColumns, MessageColumns } from './rows.ts';
import { CASE_COLUMNS, DELIVERY_COLUMNS, MESSAGE_COLUMNS, toCase, toDelivery, toMessage } from './rows.ts';

/** A delivery with all that is needed to carry it out. Payloads are `null` once erased. */
export interface Work {
  readonly delivery: Delivery;
  readonly case: Case;
  readonly report: Report | null;
  /** Of a report that was born at LAPOR!, as long as it was not read locally: as the list told it. */
  readonly listed: NationalListed | null;
  readonly message: Message | null;
  readonly followUp: FollowUp | null;
}

/** No wait is set for longer (`Retry-After` is cut to as much): what is due later was written by a clock that was wrong. */
const WAIT_MAX_MS = 6 * 3_600_000;

/**
 * Deliveries of a side that are ready and due, oldest first. Of one case only the oldest unsettled one is given, so
 * that its order is kept; a parked or held one does not hold up what comes after it.
 */
export function* dueDeliveries(
  vault: Vault,
  query: { readonly side: Side; readonly now: number; readonly limit: number; readonly creates: boolean },
): Verb<readonly Work[]> {
  const rows = yield* all<DeliveryColumns>(
    `select ${DELIVERY_COLUMNS} from delivery d
     where d.side = :side and d.state = 'ready' and d.state <> 'done'
       and (d.due_at <= :now or d.due_at > :reach)
       and (:creates = 1 or d.kind <> 'create')
       and not exists (select 1 from delivery e where e.case_id = d.case_id and e.side = d.side and e.id < d.id
                         and e.state in ('ready', 'sending', 'doubt'))
     order by d.id ${atMost(query.limit)}`,
    { side: query.side, now: query.now, reach: query.now + WAIT_MAX_MS, creates: Number(query.creates) },
  );
  return yield* withWork(vault, rows);
}

/** Deliveries of a side whose outcome is unknown, oldest first. */
export function* doubtfulDeliveries(
  vault: Vault,
  query: { readonly side: Side; readonly limit: number; readonly afterId: number },
): Verb<readonly Work[]> {
  const rows = yield* all<DeliveryColumns>(
    `select ${DELIVERY_COLUMNS} from delivery d
     where d.side = :side and d.state = 'doubt' and d.state <> 'done' and d.id > :afterId order by d.id ${atMost(query.limit)}`,
    { side: query.side, afterId: query.afterId },
  );
  return yield* withWork(vault, rows);
}

function* withWork(vault: Vault, rows: readonly DeliveryColumns[]): Verb<readonly Work[]> {
  const work: Work[] = [];
  for (const row of rows) work.push(yield* workOf(vault, toDelivery(row)));
  return work;
}

function* workOf(vault: Vault, delivery: Delivery): Verb<Work> {
  const { caseId, messageId } = delivery;
  const owner = yield* only<CaseColumns>(`select ${CASE_COLUMNS} from cases c where c.id = :caseId`, { caseId });
  const subject = { delivery, case: toCase(owner), ...(yield* contentOf(vault, caseId)) };
  if (messageId === null) return { ...subject, message: null, followUp: null };
  const message = yield* only<MessageColumns>(`select ${MESSAGE_COLUMNS} from message m where m.id = :messageId`, {
    messageId,
  });
  return {
    ...subject,
    message: toMessage(message),
    followUp: yield* getPayload<FollowUp>(vault, { caseId, messageId }),
  };
}

function* contentOf(vault: Vault, caseId: number): Verb<Pick<Work, 'report' | 'listed'>> {
  const content = yield* getPayload<Report | NationalListed>(vault, { caseId, messageId: 0 });
  if (content === null) return { report: null, listed: null };
  return 'localId' in content ? { report: content, listed: null } : { report: null, listed: content };
}
