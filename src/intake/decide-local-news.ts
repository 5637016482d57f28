import type { Case, Message } from '../ledger/case.ts';
import type { LocalFacts, LocalNews, LocalRow } from '../ledger/local-news.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { messageFingerprint } from '../report/message-fingerprint.ts';
import { isMorePrivate } from '../report/privacy.ts';
import type { Report } from '../report/report.ts';
import { editNews } from './edit-news.ts';
import type { LocalRules } from './local-rules.ts';

/** Reports and answers with such a reference came from the nation (contract page of the local side): never news for it. */
const FROM_NATION = 'lapor';
const FOLLOW_UP_REF = /^lapor-followup:(.+)$/;

/**
 * What a row of the local side says that the ledger does not know, as data. Read as a table:
 *
 *   row                                ledger             news
 *   deleted                            unknown            nothing
 *   another report under the same id   known              alarm, nothing of it is applied; its own is deleted, for what
 *                                                         was to be written here is of another person
 *   carries a free lapor_id            unknown            open, linked
 *   carries a lapor_id of another case unknown            open, linked to nothing, alarm
 *   reference of ours                  unknown            open, national
 *   created before `policy.since`      unknown            open, held
 *   like one born at LAPOR!            unknown            see `localTwinNews`
 *   anything else                      unknown            open, to be filed
 *   carries a lapor_id                 none yet           link: somebody keyed it in, or a doubt is settled
 *   carries the number of one          born there,        bind: the bridge made it here and never heard of it, or
 *                                      not here yet       somebody keyed it in
 *   carries another lapor_id           has one            alarm, nothing changes
 *   more private than ever             known              raise (alarm where LAPOR! has it, or may have it, already)
 *   deleted, or no longer              known              delete, restore
 *   answers not seen before            known              messages; internal and national ones are owed to nobody
 *   an answer by nobody we know        any                alarm; it is owed to nobody
 *   answers edited, made internal,     known              reword, withdraw, publish: what was not sent yet follows
 *   removed or published
 *   edited, deleted, reopened, answers     known, and LAPOR!  alarms: see `editNews`
 *   edited or taken back                   has it, or may
 */
export function decideLocalNews(row: LocalRow, facts: LocalFacts, rules: LocalRules): readonly LocalNews[] {
  const { report } = row;
  if (facts.case === null) {
    if (report.deletedAt !== null) return [];
    return [...opening(report, facts, rules), ...messages(report, facts), ...authorNews(report)];
  }
  if (isAnotherReport(row, facts.case)) {
    const isGone = facts.case.deletedAt !== null;
    return [...(isGone ? [] : [{ type: 'delete' } as const]), { type: 'alarm', kind: 'id-reused', detail: null }];
  }
  const isNew = facts.case.localId === null;
  // It is being made just now: the row comes up again once that is settled.
  if (isNew && facts.filing === 'sending') return [];
  return [
    ...(isNew ? [{ type: 'bind-report' } as const] : []),
    ...privacyNews(report, facts),
    ...numberNews(report, facts),
    ...deletionNews(report, facts.case),
    // Not noted, so that the number comes up again: what is being sent just now can be linked only once it is settled.
    ...(waitsForFiling(report, facts)
      ? []
      : [{ type: 'note', contentChanged: row.contentFingerprint !== facts.case.contentFingerprint } as const]),
    ...messages(report, facts),
    ...authorNews(report),
    ...editNews(report, facts, rules.names),
  ];
}

function opening(report: Report, facts: LocalFacts, { sinceMs, twins }: LocalRules): readonly LocalNews[] {
  const { nationalId } = report;
  if (facts.numberTaken) {
    return [
      { type: 'open', route: 'linked', nationalId: null },
      { type: 'alarm', kind: 'number-taken', detail: nationalId },
    ];
  }
  if (isFromNation(report.externalRef)) return [{ type: 'open', route: 'national', nationalId }];
  if (nationalId !== null) return [{ type: 'open', route: 'linked', nationalId }];
  if (sinceMs !== null && report.createdAt < sinceMs)
    return [{ type: 'open', route: 'before-since', nationalId: null }];
  const twin = twins?.(facts.twins ?? []) ?? null;
  if (twin?.bound === true) return [...twin.news, { type: 'bind-report' }, { type: 'note', contentChanged: true }];
  return [{ type: 'open', route: 'file', nationalId: null }, ...(twin?.news ?? [])];
}

/** Time stamps further apart than any two time zones are not of one report. */
const ZONES_APART_MS = 26 * 3_600_000;
/** What a time zone moves a time stamp by is a multiple of this. */
const ZONE_STEP_MS = 15 * 60_000;
/** What is lost where one reading has the seconds and another has not. */
const ROUNDED_MS = 60_000;

/**
 * An application can give the id of a report that it lost to a new one: the two must never be taken for each other. Other
 * words under another ticket, or made at another time than a time zone explains, are another report: rather a person looks
 * at an edit than a stranger reads the answers. One that was born at LAPOR! is older there than here.
 */
function isAnotherReport({ report, contentFingerprint }: LocalRow, known: Case): boolean {
  if (known.route === 'national' || contentFingerprint === known.contentFingerprint) return false;
  const apartMs = Math.abs(report.createdAt - known.createdAt);
  if (apartMs === 0) return false;
  const hasOtherTicket = report.ticket !== null && known.ticket !== null && report.ticket !== known.ticket;
  return hasOtherTicket || apartMs > ZONES_APART_MS || !isZoneShift(apartMs);
}

function isZoneShift(apartMs: number): boolean {
  const over = apartMs % ZONE_STEP_MS;
  return Math.min(over, ZONE_STEP_MS - over) < ROUNDED_MS;
}

function privacyNews(report: Report, facts: LocalFacts): readonly LocalNews[] {
  const known = facts.case;
  if (known === null || !isMorePrivate(report.privacy, known)) return [];
  const before = { anonymous: known.anonymous, secret: known.secret };
  return [
    { type: 'raise-privacy', privacy: before },
    ...(mayBeThere(known, facts.filing) ? [{ type: 'alarm', kind: 'privacy-raised', detail: null } as const] : []),
  ];
}

/** Whether LAPOR! has the report already, or may have it: a parked one can be there too. */
function mayBeThere({ nationalId }: Case, filing: LocalFacts['filing']): boolean {
  if (nationalId !== null) return true;
  return filing === 'done' || filing === 'sending' || filing === 'doubt' || filing === 'parked';
}

function numberNews(report: Report, facts: LocalFacts): readonly LocalNews[] {
  const known = facts.case;
  if (known === null || report.nationalId === null || report.nationalId === known.nationalId) return [];
  if (facts.numberTaken) return [{ type: 'alarm', kind: 'number-taken', detail: report.nationalId }];
  if (known.nationalId !== null) return [{ type: 'alarm', kind: 'number-conflict', detail: report.nationalId }];
  return waitsForFiling(report, facts) ? [] : [{ type: 'link', nationalId: report.nationalId }];
}

function deletionNews(report: Report, { deletedAt }: Case): readonly LocalNews[] {
  if ((report.deletedAt === null) === (deletedAt === null)) return [];
  return [{ type: report.deletedAt === null ? 'restore' : 'delete' }];
}

function waitsForFiling(report: Report, { case: known, filing }: LocalFacts): boolean {
  return filing === 'sending' && report.nationalId !== null && report.nationalId !== known?.nationalId;
}

function messages(report: Report, facts: LocalFacts): readonly LocalNews[] {
  const there = (report.responses ?? []).flatMap((response) => messageNews(response, facts));
  return [...there, ...removedMessages(report, facts)];
}

/** What nobody known wrote is owed to nobody, and must not be missed. */
function authorNews({ responses }: Report): readonly LocalNews[] {
  const unknown = responses?.find(({ unknownAuthor }) => unknownAuthor !== undefined);
  return unknown === undefined ? [] : [{ type: 'alarm', kind: 'unknown-author', detail: unknown.id }];
}

function messageNews(response: FollowUp, facts: LocalFacts): readonly LocalNews[] {
  const nationalId = FOLLOW_UP_REF.exec(response.externalRef ?? '')?.[1] ?? null;
  // A reference of the nation's that we cannot read is still the nation's.
  const internal = response.internal || (nationalId === null && isFromNation(response.externalRef));
  const known = facts.messages.find((message) => message.localId === response.id);
  if (known !== undefined) {
    return known.origin === 'local' ? knownMessageNews(known, response, internal) : [];
  }
  const ours = facts.messages.find((message) => nationalId !== null && message.nationalId === nationalId);
  if (ours === undefined) return [{ type: 'message', followUp: response, nationalId, internal }];
  // Written twice, the first one stays the one we know.
  return ours.localId === null ? [{ type: 'bind-message', messageId: ours.id, localId: response.id }] : [];
}

function knownMessageNews(known: Message, response: FollowUp, internal: boolean): readonly LocalNews[] {
  const messageId = known.id;
  const reworded = messageFingerprint(response) !== known.fingerprint;
  return [
    ...(reworded ? [{ type: 'reword-message', messageId, followUp: response } as const] : []),
    ...(known.internal && !internal ? [{ type: 'publish-message', messageId } as const] : []),
    ...(!known.internal && internal ? [{ type: 'withdraw-message', messageId } as const] : []),
  ];
}

/** Answers that were there and are gone: nobody wants them sent any more. */
function removedMessages(report: Report, facts: LocalFacts): readonly LocalNews[] {
  const { responses } = report;
  if (responses === null) return [];
  const there = new Set(responses.map((response) => response.id));
  return facts.messages
    .filter(({ origin, internal }) => origin === 'local' && !internal)
    .filter(({ localId }) => localId !== null && !there.has(localId))
    .map((message) => ({ type: 'withdraw-message', messageId: message.id }));
}

function isFromNation(externalRef: string | null): boolean {
  return externalRef?.startsWith(FROM_NATION) === true;
}
