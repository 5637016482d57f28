import type { RejectedRow } from '../../report/rejected-row.ts';
import type { Case } from '../case.ts';
import type { Adopted, ListedFacts, ListedNews, ListedRow } from '../listed-news.ts';
import type { Verb } from '../verb.ts';
import { only, run } from '../verb.ts';
import { raiseAlarm } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { findCaseByLocalId, findCaseByNationalId } from './find-case.ts';
import { moveCursor } from './move-cursor.ts';
import { count } from './move-delivery.ts';
import type { Vault } from './payload.ts';
import { putPayload } from './payload.ts';
import { dismissRejected, quarantine } from './quarantine.ts';
import { unsettledCreates } from './unsettled-creates.ts';

export interface ListPageInput {
  readonly rows: readonly ListedRow[];
  readonly rejected: readonly RejectedRow[];
  /** Where the cursor moves with this page: only with the last page of a complete scan, else `null`. */
  readonly position: number | null;
  readonly at: number;
}

/** Records one page of LAPOR!'s list and, with the last one, the cursor. Gives the number of reports adopted. */
export function* recordListPage(
  vault: Vault,
  page: ListPageInput,
  decide: (row: ListedRow, facts: ListedFacts) => readonly ListedNews[],
): Verb<number> {
  for (const rejected of page.rejected) {
    // One that is known here already loses nothing by being unreadable in the list.
    if ((yield* findCaseByNationalId(rejected.key)) === null) yield* quarantine('national', rejected, page.at);
  }
  let adopted = 0;
  const unsettled = yield* unsettledCreates();
  for (const row of page.rows) {
    const known = yield* findCaseByNationalId(row.listed.id);
    const named = row.namedId === null ? null : yield* findCaseByLocalId(row.namedId);
    const news = decide(row, { case: known, named, unsettled });
    if (!news.some(({ type }) => type === 'set-apart')) yield* dismissRejected('national', row.listed.id);
    for (const item of news) yield* apply(vault, { row, known, at: page.at }, item);
    adopted += news.filter(({ type }) => type === 'adopt').length;
  }
  if (page.position !== null) yield* moveCursor('national', page.position, page.at);
  return adopted;
}

interface Subject {
  readonly row: ListedRow;
  readonly known: Case | null;
  readonly at: number;
}

function* apply(vault: Vault, subject: Subject, news: ListedNews): Verb<void> {
  const { row, known, at } = subject;
  const { id } = row.listed;
  switch (news.type) {
    case 'adopt':
      return yield* adopt(vault, subject, news.adopted);
    case 'set-apart': {
      const rejected = { key: id, path: 'content', reason: news.reason, fingerprint: row.wording };
      return yield* quarantine('national', rejected, at);
    }
    case 'alarm':
      return void (yield* raiseAlarm({ kind: news.kind, caseId: news.caseId, detail: id, at }));
    case 'renew':
    case 'note-wording':
    case 'raise-privacy':
      if (known === null) throw new Error(`${news.type} of ${id}, which no case carries`);
      if (news.type === 'raise-privacy') return yield* raisePrivacy(known.id, news.privacy, at);
      yield* run('update cases set listed_wording = :wording where id = :id', { wording: row.wording, id: known.id });
      if (news.type === 'renew') yield* renew(vault, known.id, subject);
  }
}

function* adopt(vault: Vault, { row, at }: Subject, adopted: Adopted): Verb<void> {
  const { listed, wording } = row;
  const inserted = yield* only<{ id: number }>(
    `insert into cases (route, national_id, kind, due_at, anonymous, secret, category, institution, content_fingerprint,
       listed_wording, created_at, first_seen_at, next_poll_at, owes_local)
     values ('national', :nationalId, :kind, :dueAt, :anonymous, :secret, :category, :institution, :wording,
       :wording, :createdAt, :at, :at, 1)
     returning id`,
    {
      nationalId: listed.id,
      kind: adopted.kind,
      dueAt: adopted.dueAt,
      anonymous: Number(adopted.privacy.anonymous),
      secret: Number(adopted.privacy.secret),
      category: adopted.category,
      institution: adopted.institution,
      wording,
      createdAt: listed.createdAt,
      at,
    },
  );
  yield* count('open');
  yield* putPayload(vault, { caseId: inserted.id, messageId: 0, at }, listed);
  yield* appendHistory({
    at,
    caseId: inserted.id,
    deliveryId: null,
    event: 'case-opened',
    actor: 'bridge',
    data: { route: 'national', localId: null, nationalId: listed.id },
  });
}

function* renew(vault: Vault, caseId: number, { row, at }: Subject): Verb<void> {
  yield* run('update cases set content_fingerprint = :wording where id = :caseId', { wording: row.wording, caseId });
  yield* putPayload(vault, { caseId, messageId: 0, at }, row.listed);
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'content-changed', actor: 'bridge' });
}

function* raisePrivacy(caseId: number, level: { anonymous: boolean; secret: boolean }, at: number): Verb<void> {
  yield* run('update cases set anonymous = :anonymous, secret = :secret where id = :caseId', {
    caseId,
    anonymous: Number(level.anonymous),
    secret: Number(level.secret),
  });
  yield* appendHistory({
    at,
    caseId,
    deliveryId: null,
    event: 'privacy-raised',
    actor: 'bridge',
    data: { anonymous: level.anonymous, secret: level.secret },
  });
}
