import type { RejectedRow } from '../../report/rejected-row.ts';
import type { Case } from '../case.ts';
import type { ListedFacts, ListedNews, ListedRow } from '../listed-news.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';
import { adoptReport } from './adopt-report.ts';
import { raiseAlarm } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { applyTwinNews } from './apply-twin-news.ts';
import { findCaseByLocalId, findCaseByNationalId } from './find-case.ts';
import { findTwins, putTwinKeys } from './find-twins.ts';
import { moveCursor } from './move-cursor.ts';
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
  /** Names of accounts under which the city's own staff key reports in. */
  readonly staff?: readonly string[];
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
    const isNew = known === null && row.namedId === null;
    const twins = isNew ? yield* findTwins(vault, row.listed, page.staff ?? []) : [];
    const news = decide(row, { case: known, named, unsettled, twins, at: page.at });
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
      return void (yield* adoptReport(vault, { listed: row.listed, at }, news.adopted));
    case 'set-apart': {
      const rejected = { key: id, path: 'content', reason: news.reason, fingerprint: row.wording };
      return yield* quarantine('national', rejected, at);
    }
    case 'alarm':
      return void (yield* raiseAlarm({ kind: news.kind, caseId: news.caseId, detail: id, at }));
    case 'link-twin':
    case 'ask-twin':
    case 'twin-of':
      return yield* applyTwinNews(vault, { listed: row.listed, at }, news);
    case 'renew':
    case 'note-wording':
    case 'raise-privacy':
      if (known === null) throw new Error(`${news.type} of ${id}, which no case carries`);
      if (news.type === 'raise-privacy') return yield* raisePrivacy(known.id, news.privacy, at);
      yield* run('update cases set listed_wording = :wording where id = :id', { wording: row.wording, id: known.id });
      if (news.type === 'renew') yield* renew(vault, known.id, subject);
  }
}

function* renew(vault: Vault, caseId: number, { row, at }: Subject): Verb<void> {
  yield* run('update cases set content_fingerprint = :wording where id = :caseId', { wording: row.wording, caseId });
  yield* putPayload(vault, { caseId, messageId: 0, at }, row.listed);
  yield* putTwinKeys(vault, { caseId, born: 'national', at }, row.listed);
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
