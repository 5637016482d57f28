import type { RejectedRow } from '../../report/rejected-row.ts';
import type { Report } from '../../report/report.ts';
import type { Case } from '../case.ts';
import type { Delivery, DeliveryState } from '../delivery.ts';
import type { LocalFacts, LocalNews, LocalRow } from '../local-news.ts';
import { mayHaveArrived } from '../may-have-arrived.ts';
import type { Verb } from '../verb.ts';
import { alarmKindsOf } from './alarms.ts';
import { applyLocalNews } from './apply-local-news.ts';
import { isTakenBack } from './apply-local-twin.ts';
import { brakeOn } from './brake-on.ts';
import { deliveriesOf, findCaseByLocalId, findCaseByNationalId, messagesOf } from './find-case.ts';
import { findTwins } from './find-twins.ts';
import { moveCursor } from './move-cursor.ts';
import type { Vault } from './payload.ts';
import { getPayload } from './payload.ts';
import { dismissRejected, quarantine } from './quarantine.ts';

export interface LocalPageInput {
  readonly rows: readonly LocalRow[];
  readonly rejected: readonly RejectedRow[];
  /** Where the cursor moves with this page: only with the last page of a complete scan, else `null`. */
  readonly position: number | null;
  readonly at: number;
  /** Deadline of the first step of a report seen for the first time. */
  readonly dueAt: (report: Report) => number | null;
  /** Names of accounts at LAPOR! under which the city's own staff key reports in; without it no twins are looked for. */
  readonly staff?: readonly string[];
}

export interface PageRecorded {
  readonly new: number;
  readonly changed: number;
  readonly quarantined: number;
}

type Decide = (row: LocalRow, facts: LocalFacts) => readonly LocalNews[];

/**
 * Records one page of the local side and, with the last one, the cursor: all in the same transaction. `braked`, and
 * nothing is recorded, where it would make too many reports more private, or take too many away.
 */
export function* recordLocalPage(vault: Vault, page: LocalPageInput, decide: Decide): Verb<PageRecorded | 'braked'> {
  if (yield* isBraked(vault, page, decide)) return 'braked';
  const counts = { new: 0, changed: 0, quarantined: 0 };
  for (const rejected of page.rejected) {
    yield* quarantine('local', rejected, page.at);
    counts.quarantined += 1;
  }
  for (const given of page.rows) {
    const row = yield* withoutTakenBack(given);
    const facts = yield* localFacts(vault, row, page.staff);
    yield* dismissRejected('local', row.report.localId);
    if (!facts.changed) continue;
    const known = facts.case;
    const caseId = yield* applyLocalNews(vault, { row, known, at: page.at, dueAt: page.dueAt }, decide(row, facts));
    if (known === null && caseId !== null) counts.new += 1;
    else if (caseId !== null) counts.changed += 1;
  }
  if (page.position !== null) yield* moveCursor('local', page.position, page.at);
  return counts;
}

/** Only what is deleted or private now can have become so. */
function* isBraked(vault: Vault, { rows, at }: LocalPageInput, decide: Decide): Verb<boolean> {
  const seen = { 'mass-privacy': 0, 'mass-deletion': 0 };
  for (const given of rows) {
    const { deletedAt, privacy } = given.report;
    if (deletedAt === null && !privacy.anonymous && !privacy.secret) continue;
    const row = yield* withoutTakenBack(given);
    const facts = yield* localFacts(vault, row);
    if (facts.case === null || !facts.changed) continue;
    const news = decide(row, facts);
    if (news.some(({ type }) => type === 'raise-privacy')) seen['mass-privacy'] += 1;
    if (news.some(({ type }) => type === 'delete')) seen['mass-deletion'] += 1;
  }
  return yield* brakeOn(seen, at);
}

/** Of a row that says nothing new, or that nobody knows. */
const NOTHING = { messages: [], filing: null, arrived: false, sent: [], before: null, raised: [] } as const;

function* localFacts(vault: Vault, row: LocalRow, staff: readonly string[] | null = null): Verb<LocalFacts> {
  const { localId, nationalId } = row.report;
  const named = yield* findCaseByLocalId(localId);
  const changed = named === null || named.localFingerprint !== row.fingerprint;
  if (!changed) return { ...NOTHING, case: named, numberTaken: false, changed };
  const owner = nationalId === null ? null : yield* findCaseByNationalId(nationalId);
  // One that was born at LAPOR! and made here, of which the bridge never heard the id.
  const known = named ?? (owner?.localId === null ? owner : null);
  const numberTaken = owner !== null && owner.id !== known?.id;
  if (known === null) {
    const isOurs = nationalId === null && row.report.externalRef === null;
    const twins = staff !== null && isOurs ? yield* findTwins(vault, row.report, staff) : [];
    return { ...NOTHING, case: null, numberTaken, changed, twins };
  }
  return { ...(yield* factsOf(vault, row, known)), case: known, numberTaken, changed };
}

/** A link that was taken back is shown by the row until another number is written there. */
function* withoutTakenBack(row: LocalRow): Verb<LocalRow> {
  const { localId, nationalId } = row.report;
  const isShown = nationalId !== null && (yield* isTakenBack(localId, nationalId));
  return isShown ? { ...row, report: { ...row.report, nationalId: null } } : row;
}

function* factsOf(
  vault: Vault,
  row: LocalRow,
  known: Case,
): Verb<Omit<LocalFacts, 'case' | 'numberTaken' | 'changed'>> {
  const deliveries = yield* deliveriesOf(known.id);
  const kind = known.localId === null ? 'report' : 'create';
  const making = deliveries.find((delivery) => delivery.kind === kind);
  const isEdited = known.localId !== null && row.contentFingerprint !== known.contentFingerprint;
  return {
    messages: yield* messagesOf(known.id),
    filing: stateOf(making),
    arrived: making !== undefined && mayHaveArrived(making),
    sent: deliveries
      .filter((delivery) => delivery.kind === 'follow-up' && mayHaveArrived(delivery))
      .flatMap(({ messageId }) => messageId ?? []),
    before: isEdited ? yield* getPayload<Report>(vault, { caseId: known.id, messageId: 0 }) : null,
    raised: yield* alarmKindsOf(known.id),
  };
}

function stateOf(making: Delivery | undefined): DeliveryState | null {
  if (making?.state !== 'held') return making?.state ?? null;
  return making.reason === 'ledger-lost' ? 'doubt' : making.heldFrom;
}
