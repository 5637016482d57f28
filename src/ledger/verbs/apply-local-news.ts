import { joinPrivacy } from '../../report/privacy.ts';
import type { Report } from '../../report/report.ts';
import { ALARMS_OF_ROW } from '../alarm.ts';
import type { Case } from '../case.ts';
import type { LocalNews, LocalRow } from '../local-news.ts';
import type { Verb } from '../verb.ts';
import { only, run } from '../verb.ts';
import { clearAlarmsOf, raiseAlarm } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { applyLocalTwin } from './apply-local-twin.ts';
import { applyMessageNews } from './apply-message-news.ts';
import { bindNumber } from './bind-number.ts';
import { deliveriesOf } from './find-case.ts';
import { forgetShown } from './forget-shown.ts';
import { count, moveDelivery } from './move-delivery.ts';
import type { Vault } from './payload.ts';
import { putReport } from './put-report.ts';
import { restoreCase } from './restore-case.ts';
import { completeDelivery } from './settle-delivery.ts';
import { shownNumber } from './shown-number.ts';

/** A row of the local side and what the ledger held of it before. */
export interface LocalSubject {
  readonly row: LocalRow;
  readonly known: Case | null;
  readonly at: number;
  readonly dueAt: (report: Report) => number | null;
}

/** Applies what a row said, in order. Gives its case, or `null` where nothing was news. */
export function* applyLocalNews(vault: Vault, subject: LocalSubject, news: readonly LocalNews[]): Verb<number | null> {
  let caseId = subject.known?.id ?? null;
  if (caseId !== null) {
    const anew = news.filter((item) => item.type === 'alarm');
    yield* clearAlarmsOf(caseId, ALARMS_OF_ROW, { anew, at: subject.at });
  }
  for (const item of news) {
    if (item.type === 'open') caseId = yield* openCase(vault, subject, item);
    if (item.type === 'bind-twin') caseId = item.caseId;
    if (item.type === 'open' || caseId === null) continue;
    yield* applyToCase(vault, { ...subject, caseId }, item);
  }
  return news.length === 0 ? null : caseId;
}

function* openCase(vault: Vault, subject: LocalSubject, open: LocalNews & { type: 'open' }): Verb<number> {
  const { row, at } = subject;
  const { report } = row;
  const inserted = yield* only<{ id: number }>(
    `insert into cases (route, local_id, national_id, ticket, kind, due_at, anonymous, secret, category, institution,
       local_fingerprint, content_fingerprint, local_status, written_national_id, written_status, created_at,
       first_seen_at, next_poll_at, deleted_at, owes_national, owes_local)
     values (:route, :localId, :nationalId, :ticket, :kind, :dueAt, :anonymous, :secret, :category, :institution,
       :fingerprint, :contentFingerprint, :localStatus, :writtenNationalId, :writtenStatus, :createdAt,
       :at, :nextPollAt, :deletedAt, 1, 0)
     returning id`,
    {
      route: open.route,
      localId: report.localId,
      nationalId: open.nationalId,
      ticket: report.ticket,
      kind: report.kind,
      dueAt: subject.dueAt(report),
      anonymous: Number(report.privacy.anonymous),
      secret: Number(report.privacy.secret),
      category: report.category,
      institution: report.institution,
      fingerprint: row.fingerprint,
      contentFingerprint: row.contentFingerprint,
      localStatus: report.status,
      ...shownNumber(report, open.nationalId),
      createdAt: report.createdAt,
      at,
      nextPollAt: open.nationalId === null ? null : at,
      deletedAt: report.deletedAt,
    },
  );
  yield* count('open');
  yield* putReport(vault, { caseId: inserted.id, at }, report);
  yield* appendHistory({
    at,
    caseId: inserted.id,
    deliveryId: null,
    event: 'case-opened',
    actor: 'bridge',
    data: { route: open.route, localId: report.localId, nationalId: open.nationalId },
  });
  return inserted.id;
}

export type OnCase = LocalSubject & { readonly caseId: number };

function* applyToCase(vault: Vault, subject: OnCase, news: Exclude<LocalNews, { type: 'open' }>): Verb<void> {
  const { caseId, at, row } = subject;
  switch (news.type) {
    case 'note':
      return yield* note(vault, subject, news.contentChanged);
    case 'raise-privacy': {
      const named = joinPrivacy(news.privacy, row.report.privacy);
      const level = subject.known === null ? named : joinPrivacy(named, subject.known);
      yield* run('update cases set anonymous = :anonymous, secret = :secret where id = :caseId', {
        caseId,
        anonymous: Number(level.anonymous),
        secret: Number(level.secret),
      });
      return yield* appendHistory({
        at,
        caseId,
        deliveryId: null,
        event: 'privacy-raised',
        actor: 'bridge',
        data: { ...level },
      });
    }
    case 'bind-twin':
    case 'twin-of':
      return yield* applyLocalTwin(vault, subject, news);
    case 'bind-report':
      return yield* bindReport(subject);
    case 'link':
      return yield* link(subject, news.nationalId);
    case 'bind-message':
      return yield* run('update message set local_id = :localId where id = :messageId', {
        messageId: news.messageId,
        localId: news.localId,
      });
    case 'message':
    case 'publish-message':
    case 'withdraw-message':
    case 'reword-message':
      return yield* applyMessageNews(vault, subject, news);
    case 'delete':
      yield* run('update cases set deleted_at = :at where id = :caseId', { caseId, at: row.report.deletedAt ?? at });
      return yield* appendHistory({ at, caseId, deliveryId: null, event: 'deleted-locally', actor: 'bridge' });
    case 'restore':
      return yield* restoreCase(subject);
    case 'alarm':
      yield* raiseAlarm({ kind: news.kind, caseId, detail: news.detail, at });
  }
}

function* note(vault: Vault, { row, caseId, at }: OnCase, contentChanged: boolean): Verb<void> {
  const { report } = row;
  yield* run(
    `update cases set local_fingerprint = :fingerprint, content_fingerprint = :contentFingerprint,
       local_status = :status, ticket = :ticket, category = :category, institution = :institution,
       owes_national = case when institution is not :institution then 1 else owes_national end
     where id = :caseId`,
    {
      caseId,
      fingerprint: row.fingerprint,
      contentFingerprint: row.contentFingerprint,
      status: report.status,
      ticket: report.ticket,
      category: report.category,
      institution: report.institution,
    },
  );
  yield* forgetShown(caseId, report);
  if (!contentChanged) return;
  yield* putReport(vault, { caseId, at }, report);
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'content-changed', actor: 'bridge' });
}

/** What was to be made here is here, whoever made it; its answers follow. */
function* bindReport({ row, caseId, at }: OnCase): Verb<void> {
  const { localId } = row.report;
  const making = (yield* deliveriesOf(caseId, 'local')).find((delivery) => delivery.kind === 'report');
  if (making !== undefined && making.state !== 'done') {
    yield* completeDelivery(making, { event: 'found', at, peerId: localId });
  } else {
    yield* run('update cases set local_id = :localId, owes_local = 1 where id = :caseId', { caseId, localId });
  }
}

function* link({ caseId, at, row }: OnCase, nationalId: string): Verb<void> {
  yield* bindNumber(caseId, { nationalId, at, filed: false });
  yield* run(
    'update cases set written_national_id = :writtenNationalId, written_status = :writtenStatus where id = :caseId',
    { caseId, ...shownNumber(row.report, nationalId) },
  );
  const deliveries = yield* deliveriesOf(caseId, 'national');
  const create = deliveries.find((delivery) => delivery.kind === 'create');
  if (create !== undefined) {
    yield* moveDelivery(create, {
      event: 'found',
      at,
      reason: null,
      peerId: nationalId,
      endedAt: at,
      data: { nationalId },
    });
  } else {
    yield* run(`update cases set route = 'linked' where id = :caseId`, { caseId });
  }
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'linked', actor: 'bridge', data: { nationalId } });
}
