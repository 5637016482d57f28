import type { Case } from '../case.ts';
import type { Params, Verb } from '../verb.ts';
import { all, atMost, only } from '../verb.ts';
import type { CaseColumns } from './rows.ts';
import { CASE_COLUMNS, toCase } from './rows.ts';

/** Which cases are wanted, and how many of them. */
export interface CaseQuery {
  readonly show: 'all' | 'open' | 'late' | 'closed';
  readonly institution: string | null;
  readonly born: 'local' | 'national' | null;
  /** False: secret ones are left out. */
  readonly withSecret: boolean;
  /** Goes on after this one; `null`: from the start. */
  readonly after: CasePlace | null;
  readonly now: number;
  readonly limit: number;
}

/** Where a case stands in the order of its list. */
export interface CasePlace {
  readonly id: number;
  readonly dueAt: number;
}

export interface CasePage {
  readonly cases: readonly Case[];
  /** Where the next page goes on; `null`: this is the last. */
  readonly next: CasePlace | null;
}

/** Cases in order, the newest first; the late ones by how late they are. What is asked for is found by an index. */
export function* listCases(query: CaseQuery): Verb<CasePage> {
  const { show, limit, after } = query;
  const isLate = show === 'late';
  const params: Record<string, string | number> = {};
  const where = [...conditionsOf(query, params)];
  if (after !== null) {
    params.afterId = after.id;
    if (isLate) params.afterDue = after.dueAt;
    where.push(isLate ? '(c.due_at, c.id) > (:afterDue, :afterId)' : 'c.id < :afterId');
  }
  const order = isLate ? 'c.due_at, c.id' : 'c.id desc';
  const found = yield* all<CaseColumns>(
    `select ${CASE_COLUMNS} from cases c where ${where.join(' and ')} order by ${order} ${atMost(limit + 1)}`,
    params,
  );
  const cases = found.slice(0, limit).map(toCase);
  const last = cases.at(-1);
  const next = found.length > limit && last !== undefined ? { id: last.id, dueAt: last.dueAt ?? 0 } : null;
  return { cases, next };
}

function* conditionsOf(query: CaseQuery, params: Record<string, string | number>): Generator<string> {
  const { show, institution, born, withSecret, now } = query;
  yield 'c.id > 0';
  if (show === 'open') yield 'c.closed_at is null';
  if (show === 'closed') yield 'c.closed_at is not null';
  if (show === 'late') {
    yield 'c.closed_at is null and c.due_at is not null and c.due_at < :now';
    params.now = now;
  }
  if (institution !== null) {
    yield 'c.institution = :institution';
    params.institution = institution;
  }
  if (born !== null) yield born === 'national' ? `c.route = 'national'` : `c.route <> 'national'`;
  if (!withSecret) yield 'c.secret = 0';
}

/** Every character that can follow a prefix sorts before it. */
const LAST_CHARACTER = '\u{10ffff}';

/** Cases one of whose ids begins with `prefix`: the local id, the ticket number or the number at LAPOR!. */
export function* searchCases(
  prefix: string,
  { withSecret, limit }: Pick<CaseQuery, 'withSecret' | 'limit'>,
): Verb<readonly Case[]> {
  const params: Params = { prefix, end: `${prefix}${LAST_CHARACTER}` };
  const found = new Map<number, Case>();
  for (const column of ['local_id', 'ticket', 'national_id']) {
    const rows = yield* all<CaseColumns>(
      `select ${CASE_COLUMNS} from cases c where c.${column} >= :prefix and c.${column} < :end
       order by c.${column} ${atMost(limit)}`,
      params,
    );
    for (const row of rows) if (withSecret || row.secret === 0) found.set(row.id, toCase(row));
  }
  return [...found.values()].slice(0, limit);
}

/** Every OPD that a case lies with, by name. */
export function* caseInstitutions(): Verb<readonly string[]> {
  const rows = yield* all<{ institution: string }>(
    'select distinct institution from cases where institution is not null order by institution',
  );
  return rows.map(({ institution }) => institution);
}

/** Number of open cases that are secret. */
export function* countOpenSecret(): Verb<number> {
  const { count } = yield* only<{ count: number }>(
    'select count(*) as count from cases where secret = 1 and closed_at is null',
  );
  return count;
}
