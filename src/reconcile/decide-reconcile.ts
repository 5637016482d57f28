import type { LocalRow } from '../ledger/local-news.ts';
import type { Finding, FindingKind, Place } from '../ledger/reconciliation.ts';
import type { CaseRecord } from '../ledger/verbs/case-record.ts';
import type { NationalAnswer, NationalDetail } from '../national/national-system.ts';

/** One thing that was read of a side, with what the ledger has of it. `readAt`: when the reading began. */
export type Reading =
  | {
      readonly of: 'row';
      readonly row: LocalRow;
      readonly record: CaseRecord | null;
      /** It changed since the last reading, or within its overlap: the next one reads it anyway. */
      readonly isFresh: boolean;
      readonly isApart: boolean;
      readonly readAt: number;
    }
  /** The local side has no row of this case, in no list and by no id. */
  | { readonly of: 'no-row'; readonly record: CaseRecord }
  | {
      readonly of: 'complaint';
      readonly record: CaseRecord;
      /** `null`: LAPOR! says there is no such report. */
      readonly detail: Pick<NationalDetail, 'statusName'> | null;
      readonly answers: readonly Pick<NationalAnswer, 'id'>[];
      readonly unreadable: number;
      readonly readAt: number;
    }
  /** LAPOR! answers, and does not give this report. */
  | { readonly of: 'unreadable'; readonly record: CaseRecord }
  /** A row of LAPOR!'s list that no case carries. */
  | {
      readonly of: 'listed';
      readonly nationalId: string;
      readonly statusName: string | null;
      /** Local id that its first line names as ours. */
      readonly namedId: string | null;
      readonly isFresh: boolean;
      readonly isApart: boolean;
      /** At an institution of ours, and not older than `policy.since`. */
      readonly isInScope: boolean;
    };

export interface Decided {
  /** Of a row: where the report is. */
  readonly place: Place | null;
  readonly findings: readonly Finding[];
}

export interface ReconcileRules {
  /** Number and status are written to the city. */
  readonly writesBack: boolean;
  /** What LAPOR! took may be shown so much later. */
  readonly settleMs: number;
}

/** What one reading says that differs from the ledger. Every row has a place; one that has none is a finding. */
export function decideReconcile(reading: Reading, rules: ReconcileRules): Decided {
  switch (reading.of) {
    case 'row':
      return decideRow(reading, rules);
    case 'no-row': {
      const { nationalId, deletedAt } = reading.record.case;
      if (deletedAt !== null) return NOTHING;
      return found(nationalId === null ? 'gone-here' : 'orphan-there', reading.record);
    }
    case 'complaint':
      return { place: null, findings: complaintFindings(reading, rules) };
    case 'unreadable':
      return found('unreadable-there', reading.record);
    case 'listed':
      return { place: null, findings: listedFindings(reading) };
  }
}

const NOTHING: Decided = { place: null, findings: [] };

type RowReading = Extract<Reading, { of: 'row' }>;
type ComplaintReading = Extract<Reading, { of: 'complaint' }>;

function decideRow(reading: RowReading, rules: ReconcileRules): Decided {
  const { row, record, isFresh, isApart } = reading;
  const { localId, nationalId, deletedAt } = row.report;
  if (record === null) {
    if (isApart) return { place: 'apart', findings: [] };
    if (isFresh) return { place: 'fresh', findings: [] };
    if (deletedAt !== null) return { place: 'deleted', findings: [] };
    const unknown = { kind: 'unknown-here', localId, nationalId, here: null, there: null } as const;
    return { place: 'found', findings: [unknown] };
  }
  const place = placeOf(record);
  const isBehind = !isFresh && row.fingerprint !== record.case.localFingerprint;
  const changed = isBehind && !isApart ? [finding('changed-here', record)] : [];
  const unowed = place === 'found' ? [finding('unowed', record)] : [];
  const written = rules.writesBack && deletedAt === null ? writtenFindings(reading, record) : [];
  return { place, findings: [...changed, ...unowed, ...written] };
}

function placeOf({ case: owner, deliveries, isMarked }: CaseRecord): Place {
  if (owner.deletedAt !== null) return 'deleted';
  if (owner.nationalId !== null) return 'both';
  if (owner.route === 'before-since') return 'older';
  // A number that is another's was told, and a create that is neither made nor planned is on the way to nowhere.
  const isUnderWay = deliveries.some(({ kind, state }) => kind === 'create' && state !== 'done');
  return isUnderWay || isMarked || owner.route !== 'file' ? 'waiting' : 'found';
}

/** What the bridge wrote there, and is there no longer. What was written after the row was read says nothing. */
function writtenFindings({ row, readAt }: RowReading, record: CaseRecord): readonly Finding[] {
  const { case: owner, deliveries } = record;
  const { nationalId, nationalStatus, responses } = row.report;
  const isMoving = deliveries.some(
    ({ side, state, endedAt }) => side === 'local' && (state !== 'done' || (endedAt ?? 0) >= readAt),
  );
  if (isMoving || owner.nationalId === null || owner.writtenNationalId !== owner.nationalId) return [];
  if (nationalId === null) return [finding('number-missing-here', record, { here: owner.nationalId })];
  if (nationalId !== owner.nationalId)
    return [finding('number-differs-here', record, { here: owner.nationalId, there: nationalId })];
  const there = new Set(responses?.map(({ id }) => id));
  const told = record.messages.filter(({ origin, localId }) => origin === 'national' && localId !== null);
  const kept = told.filter(({ localId }) => there.has(localId ?? ''));
  const counts = { here: String(kept.length), there: String(told.length) };
  return [
    ...(nationalStatus === owner.writtenStatus
      ? []
      : [finding('status-differs-here', record, { here: nationalStatus, there: owner.writtenStatus })]),
    ...(responses === null || kept.length === told.length ? [] : [finding('answers-missing-here', record, counts)]),
  ];
}

function complaintFindings(reading: ComplaintReading, { settleMs }: ReconcileRules): readonly Finding[] {
  const { record, detail, answers, unreadable, readAt } = reading;
  const { case: owner, messages, deliveries } = record;
  if (detail === null) return [finding(owner.route === 'national' ? 'orphan-here' : 'gone-there', record)];
  const sent = deliveries.filter(({ kind, state }) => kind === 'follow-up' && state === 'done');
  const bound = sent.flatMap(({ peerId }) => peerId ?? []);
  const known = new Set([...messages.flatMap(({ nationalId }) => nationalId ?? []), ...bound]);
  const shown = new Set(answers.map(({ id }) => id));
  const unread = [...shown].filter((id) => !known.has(id)).length;
  // Of what was accepted without an id LAPOR! shows one each, unless it was sent only just now.
  const unbound = sent.filter(({ peerId, endedAt }) => peerId === null && (endedAt ?? 0) + settleMs < readAt).length;
  const missing = [...known].filter((id) => !shown.has(id)).length + Math.max(0, unbound - unread);
  const counts = { here: String(known.size + unbound), there: String(shown.size) };
  const { statusName } = detail;
  return [
    ...(statusName === null || statusName === owner.nationalStatus
      ? []
      : [finding('status-differs-there', record, { here: owner.nationalStatus, there: statusName })]),
    ...(unread > unbound ? [finding('answers-unread-there', record, counts)] : []),
    ...(missing > 0 && unreadable === 0 ? [finding('answers-missing-there', record, counts)] : []),
  ];
}

function listedFindings(reading: Extract<Reading, { of: 'listed' }>): readonly Finding[] {
  const { nationalId, statusName, namedId, isFresh, isApart, isInScope } = reading;
  if (isFresh || isApart) return [];
  const evidence = { nationalId, here: null, there: statusName };
  if (namedId !== null) return [{ kind: 'reference-there', localId: namedId, ...evidence }];
  return isInScope ? [{ kind: 'unknown-there', localId: null, ...evidence }] : [];
}

function found(kind: FindingKind, record: CaseRecord): Decided {
  return { place: null, findings: [finding(kind, record)] };
}

function finding(
  kind: FindingKind,
  { case: { localId, nationalId } }: CaseRecord,
  evidence: { readonly here?: string | null; readonly there?: string | null } = {},
): Finding {
  return { kind, localId, nationalId, here: evidence.here ?? null, there: evidence.there ?? null };
}
