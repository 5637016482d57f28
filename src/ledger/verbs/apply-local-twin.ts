import type { NationalListed } from '../../national/national-system.ts';
import type { LocalNews, LocalRow } from '../local-news.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';
import { raiseAlarm } from './alarms.ts';
import { tellLinked } from './apply-twin-news.ts';
import { findCase } from './find-case.ts';
import { getPayload, type Vault } from './payload.ts';
import { noteTwin } from './twins.ts';

type Twinned = Extract<LocalNews, { type: 'bind-twin' | 'twin-of' }>;

/** Applies what a row seen for the first time says of its twin that was born at LAPOR!. */
export function* applyLocalTwin(
  vault: Vault,
  { caseId, at, row }: { readonly caseId: number; readonly at: number; readonly row: LocalRow },
  news: Twinned,
): Verb<void> {
  const { nationalId, note } = news;
  if (news.type === 'twin-of') {
    yield* noteTwin(vault, { caseId, nationalId, state: news.state, note, at });
    return news.state === 'linked' ? yield* tellLinked(caseId, nationalId, at) : undefined;
  }
  const owner = yield* findCase(caseId);
  if (owner === null) throw new Error(`no case ${caseId}`);
  const { kind, category, institution, anonymous, secret, dueAt } = owner;
  // Before the row's own words take their place: the link can be undone.
  const listed = yield* getPayload<NationalListed>(vault, { caseId, messageId: 0 });
  const adopted = { kind, category, institution, privacy: { anonymous, secret }, dueAt };
  yield* noteTwin(vault, { caseId, nationalId, state: 'linked', note, at, listed, adopted });
  // From now on the case is the city's, by whose time another report under its id is known.
  yield* run('update cases set created_at = :createdAt where id = :caseId', {
    caseId,
    createdAt: row.report.createdAt,
  });
}

/** The city answered one of two reports that are one: nobody carries that to the other, so a person is told. */
export function* tellTwinAnswered(caseId: number, at: number): Verb<void> {
  const pair = yield* one<{ caseId: number; nationalId: string }>(
    `select t.case_id as "caseId", t.national_id as "nationalId" from twin t join cases c on c.id = t.case_id
     where t.state = 'linked' and t.national_id is not c.national_id
       and (t.case_id = :caseId or t.national_id = (select national_id from cases where id = :caseId)) limit 1`,
    { caseId },
  );
  if (pair !== undefined) yield* raiseAlarm({ kind: 'twin', caseId: pair.caseId, detail: pair.nationalId, at });
}

/** A local row still shows the number of a link that was taken back: to whoever reads it, it shows none. */
export function* isTakenBack(localId: string, nationalId: string): Verb<boolean> {
  const row = yield* one(
    `select 1 as said from twin t join cases c on c.id = t.case_id
     where t.state = 'rejected' and t.national_id = :nationalId and c.local_id = :localId limit 1`,
    { localId, nationalId },
  );
  return row !== undefined;
}

/** A case forgets everything that it had from LAPOR!, and is to be filed again once a person says so. */
export function* forgetNational(caseId: number): Verb<void> {
  yield* run(
    `update cases set route = 'file', national_id = null, national_fingerprint = null, national_status = null,
       bridge_status = null, national_institution = null, national_changed_at = null, national_log_size = 0,
       national_log_at = null, national_older_since = null, national_unread = 0, listed_wording = null, returned_at = null,
       filed_at = null, next_poll_at = null, answers_read_at = null, closed_at = null, polled_at = 0, failed_reads = 0, failing_since = null,
       owes_national = 1, owes_local = 0
     where id = :caseId`,
    { caseId },
  );
}
