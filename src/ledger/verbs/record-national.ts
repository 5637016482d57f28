import type { BridgeStatus } from '../../report/status.ts';
import type { AlarmKind } from '../alarm.ts';
import type { Case } from '../case.ts';
import { mayHaveArrived } from '../may-have-arrived.ts';
import type { NationalFacts, NationalNews, NationalReading } from '../national-news.ts';
import type { Verb } from '../verb.ts';
import { run } from '../verb.ts';
import { clearAlarmsOf, clearWideAlarms, raiseAlarm } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { brakeOn } from './brake-on.ts';
import { deliveriesOf, findCase, messagesOf } from './find-case.ts';
import { formerAnswers } from './former-answers.ts';
import { count } from './move-delivery.ts';
import type { Vault } from './payload.ts';
import { noteAnswer, recordAnswer, rewordAnswer } from './record-answer.ts';
import { bindAnswer } from './settle-doubt.ts';

export interface NationalInput {
  readonly caseId: number;
  /** The number that was read; left out: the case's own. */
  readonly of?: string | null;
  readonly reading: NationalReading;
  readonly at: number;
  readonly nextPollAt: (changed: boolean, facts: Case) => number;
  /** Deadline of the step that the case waits for once its status is this. */
  readonly dueAt: (facts: Case, status: BridgeStatus | null) => number | null;
}

/** Records one reading of a national report: true where it said something new. */
export function* recordNational(
  vault: Vault,
  input: NationalInput,
  decide: (reading: NationalReading, facts: NationalFacts) => readonly NationalNews[],
): Verb<boolean> {
  const { caseId, at, reading } = input;
  const owner = yield* findCase(caseId);
  if (owner === null) throw new Error(`no case ${caseId}`);
  // A person took the number back while it was being read.
  if (input.of !== undefined && input.of !== owner.nationalId) return false;
  const facts = {
    at,
    case: owner,
    messages: yield* messagesOf(caseId),
    deliveries: yield* deliveriesOf(caseId, 'national'),
    formerly: yield* formerAnswers(owner),
    told: (yield* deliveriesOf(caseId, 'local')).filter(mayHaveArrived).flatMap(({ messageId }) => messageId ?? []),
  };
  let changed = false;
  const heard = decide(reading, facts);
  yield* clearAlarmsOf(caseId, spokenOf(reading), { anew: heard.filter((news) => news.type === 'alarm'), at });
  yield* clearWideAlarms('unreadable-reports', reading.answers === null ? ['detail'] : ['detail', 'answers'], at);
  for (const news of heard) {
    if (yield* applyNews(vault, { owner, at, dueAt: input.dueAt }, news)) changed = true;
  }
  yield* run(
    `update cases set polled_at = :at, next_poll_at = :nextPollAt, failed_reads = 0, failing_since = null,
       answers_read_at = case when :answersRead = 1 then :at else answers_read_at end,
       owes_local = case when :read = 1 and national_unread = 1 then 1 else owes_local end,
       national_unread = case when :read = 1 then 0 else national_unread end
     where id = :caseId`,
    {
      caseId,
      at,
      nextPollAt: input.nextPollAt(changed, owner),
      answersRead: Number(reading.answers !== null),
      read: Number(reading.detail !== null),
    },
  );
  return changed;
}

/** Alarms that a reading raises again where they still hold. */
function spokenOf({ answers }: NationalReading): readonly AlarmKind[] {
  const always = ['unknown-number', 'unreadable-report', 'deleted-after-filing'] as const;
  return answers === null ? always : [...always, 'unreadable-answers', 'quoted-reference'];
}

type Subject = { readonly owner: Case; readonly at: number; readonly dueAt: NationalInput['dueAt'] };

function* applyNews(vault: Vault, subject: Subject, news: NationalNews): Verb<boolean> {
  const { owner, at } = subject;
  switch (news.type) {
    case 'status':
      return yield* recordStatus(subject, news);
    case 'older':
      yield* run('update cases set national_older_since = coalesce(national_older_since, :at) where id = :id', {
        id: owner.id,
        at,
      });
      return false;
    case 'answer':
      return yield* recordAnswer(vault, owner.id, { answer: news.answer, at });
    case 'note-answer':
      yield* noteAnswer(news.messageId, news.answer);
      return false;
    case 'reword-answer':
      return yield* rewordAnswer(vault, { caseId: owner.id, at }, news);
    case 'own-answer':
      yield* bindAnswer(news, at);
      return false;
    case 'alarm':
      yield* raiseAlarm({ kind: news.kind, caseId: news.wide ? null : owner.id, detail: news.detail, at });
      return false;
  }
}

function* recordStatus({ owner, at, dueAt }: Subject, news: NationalNews & { type: 'status' }): Verb<boolean> {
  if (owner.nationalOlderSince !== null)
    yield* run('update cases set national_older_since = null where id = :id', { id: owner.id });
  if (news.fingerprint === owner.nationalFingerprint) return false;
  const bridgeStatus = news.bridgeStatus ?? owner.bridgeStatus;
  const isEnd = bridgeStatus === 'closed' || bridgeStatus === 'archived' || bridgeStatus === 'rejected';
  const closes = isEnd && news.returned === null;
  const closedAt = closes ? (owner.closedAt ?? at) : null;
  yield* run(
    `update cases set national_fingerprint = :fingerprint, national_status = :name, bridge_status = :bridgeStatus,
       national_institution = :institution, national_changed_at = :at, closed_at = :closedAt, due_at = :dueAt, owes_local = 1,
       national_log_size = :logSize, national_log_at = :logAt, returned_at = :returnedAt,
       owes_national = case when :returnedAt is null then owes_national else 1 end
     where id = :id`,
    {
      id: owner.id,
      fingerprint: news.fingerprint,
      name: news.name,
      bridgeStatus,
      institution: news.institution,
      logSize: news.logSize,
      logAt: news.logAt,
      returnedAt: news.returned === 'waits' ? at : null,
      at,
      closedAt,
      dueAt: dueAt(owner, bridgeStatus),
    },
  );
  if (!closes) yield* clearAlarmsOf(owner.id, ['reopened-locally'], { at });
  if ((closedAt === null) !== (owner.closedAt === null)) {
    // One that was closed when LAPOR! was asked for the first time did not change.
    if (closes && owner.bridgeStatus !== null) yield* brakeOn({ 'mass-closing': 1 }, at);
    yield* closes ? count('closed', 'open') : count('open', 'closed');
  }
  yield* appendHistory({
    at,
    caseId: owner.id,
    deliveryId: null,
    event: 'national-status',
    actor: 'bridge',
    data: { name: news.name, bridgeStatus, before: owner.nationalStatus },
  });
  yield* noteReturned(owner, news, at);
  return true;
}

/** The alarm is raised by the plan, which knows whether the bridge can pass it on itself. */
function* noteReturned(
  { id: caseId, returnedAt }: Case,
  { returned, institution }: NationalNews & { type: 'status' },
  at: number,
): Verb<void> {
  if (returned !== 'waits' && returnedAt !== null) yield* clearAlarmsOf(caseId, ['returned'], { at });
  if (returned === null) return;
  const data = { where: institution };
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'returned', actor: 'bridge', data });
}
