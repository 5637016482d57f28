import type { Side } from '../delivery.ts';
import type { CaseFacts, OwedAction } from '../owed.ts';
import type { Verb } from '../verb.ts';
import { all, atMost, one, only, run } from '../verb.ts';
import { raiseAlarm } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { deliveriesOf, messagesOf } from './find-case.ts';
import { ledgerGap } from './ledger-gap.ts';
import { insertDelivery } from './move-delivery.ts';
import { noteWritten } from './note-written.ts';
import { readReport, type Vault } from './payload.ts';
import type { CaseColumns } from './rows.ts';
import { CASE_COLUMNS, toCase } from './rows.ts';
import { waitsForTwin } from './twins.ts';

const FLAG = { national: 'owes_national', local: 'owes_local' } as const satisfies Record<Side, string>;

export interface PlanOptions {
  readonly limit: number;
  readonly at: number;
  /** Opens what each report says, for a decision that looks at it. */
  readonly withReports?: Vault;
}

/**
 * Plans what is owed to a side for up to `limit` cases that have news for it: their facts are read, `decide` says what
 * is owed, and the mark is taken off, in one transaction. Gives the number of cases planned; 0 means nothing is left.
 */
export function* planOwed(
  side: Side,
  options: PlanOptions,
  decide: (facts: CaseFacts) => readonly OwedAction[],
): Verb<number> {
  const flag = FLAG[side];
  const gap = yield* ledgerGap();
  const rows = yield* all<CaseColumns>(
    `select ${CASE_COLUMNS} from cases c where c.${flag} = 1 order by c.id ${atMost(options.limit)}`,
  );
  for (const row of rows) {
    const owed = yield* deliveriesOf(row.id);
    const facts = {
      case: toCase(row),
      messages: yield* messagesOf(row.id),
      deliveries: owed.filter((delivery) => delivery.side === side),
      madeHere: owed.some((delivery) => delivery.kind === 'report' && delivery.attempts > 0),
      filedHere: owed.some((delivery) => delivery.kind === 'create' && delivery.begunAt !== null),
      gap,
      twin: yield* waitsForTwin(row, { kind: side === 'national' ? 'create' : 'report', at: options.at }),
      ...(options.withReports === undefined ? {} : { report: yield* readReport(options.withReports, row.id) }),
    };
    for (const action of decide(facts)) yield* applyOwed(row.id, action, options.at);
    yield* run(`update cases set ${flag} = 0 where id = :id`, { id: row.id });
  }
  return rows.length;
}

/**
 * Number of reports seen for the first time that a plan would file now: what the guard looks at. Those that a lost ledger
 * may have filed are held anyway (`caseMayLieInGap` says the same of one). `coalesce` keeps the planner from the index of
 * numbers, where all that wait stand together.
 */
export function* countToFile(): Verb<number> {
  const gap = yield* ledgerGap();
  const row = yield* only<{ count: number }>(
    `select count(*) as count from cases c where c.owes_national = 1 and c.route = 'file' and coalesce(c.national_id, '') = ''
       and c.created_at > :gapAt and c.id > :scanned
       and not exists (select 1 from delivery d where d.case_id = c.id and d.side = 'national')`,
    { gapAt: gap?.at ?? NEVER, scanned: gap === null ? 0 : (gap.scanned?.caseId ?? Number.MAX_SAFE_INTEGER) },
  );
  return row.count;
}

/** The same of reports born at LAPOR!, which a plan would make locally now. */
export function* countToMake(): Verb<number> {
  const row = yield* only<{ count: number }>(
    `select count(*) as count from cases c where c.owes_local = 1 and c.route = 'national' and coalesce(c.local_id, '') = ''
       and not exists (select 1 from delivery d where d.case_id = c.id and d.side = 'local')`,
  );
  return row.count;
}

/** Before every time that a clock shows. */
const NEVER = Number.MIN_SAFE_INTEGER;

function* applyOwed(caseId: number, action: OwedAction, at: number): Verb<void> {
  if (action.type === 'owe') return yield* insertDelivery(caseId, action.delivery, at);
  if (action.type === 'alarm') {
    yield* raiseAlarm({ kind: action.kind, caseId, detail: null, at });
    return;
  }
  if (action.type === 'shown') return yield* noteWritten(caseId, action.body);
  const replaced = yield* one<{ id: number }>(
    `update delivery set body = :body where id = :id and state in ('ready', 'held', 'parked') returning id`,
    { id: action.deliveryId, body: JSON.stringify(action.delivery.body) },
  );
  if (replaced === undefined) return;
  const data = { key: action.delivery.key, side: action.delivery.side };
  yield* appendHistory({
    at,
    caseId,
    deliveryId: action.deliveryId,
    event: 'delivery-replaced',
    actor: 'bridge',
    data,
  });
}
