import type { LocalFacts, LocalNews, LocalRow } from '../ledger/local-news.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { isMorePrivate } from '../report/privacy.ts';
import type { Report } from '../report/report.ts';

/** Reports and answers with such a reference came from the nation (contract page of the local side): never news for it. */
const FROM_NATION = 'lapor';
const REPORT_REF = 'lapor:';
const FOLLOW_UP_REF = 'lapor-followup:';

/**
 * What a row of the local side says that the ledger does not know, as data. Read as a table:
 *
 *   row                                ledger             news
 *   deleted                            unknown            nothing
 *   carries a free lapor_id            unknown            open, linked
 *   carries a lapor_id of another case unknown            open, linked to nothing, alarm
 *   reference of ours                  unknown            open, national
 *   created before `policy.since`      unknown            open, held
 *   anything else                      unknown            open, to be filed
 *   carries a lapor_id                 none yet           link: somebody keyed it in, or a doubt is settled
 *   carries another lapor_id           has one            alarm, nothing changes
 *   more private than ever             known              raise (alarm where it was filed already)
 *   answers not seen before            known              messages; internal and national ones are owed to nobody
 */
export function decideLocalNews(row: LocalRow, facts: LocalFacts, sinceMs: number | null): readonly LocalNews[] {
  const { report } = row;
  if (facts.case === null) {
    if (report.deletedAt !== null) return [];
    return [...opening(report, facts, sinceMs), ...messages(report, facts)];
  }
  return [
    ...privacyNews(report, facts),
    ...numberNews(report, facts),
    ...(report.deletedAt !== null && facts.case.deletedAt === null ? [{ type: 'delete' } as const] : []),
    { type: 'note', contentChanged: row.contentFingerprint !== facts.case.contentFingerprint },
    ...messages(report, facts),
  ];
}

function opening(report: Report, facts: LocalFacts, sinceMs: number | null): readonly LocalNews[] {
  const fromNation = report.externalRef?.startsWith(REPORT_REF) === true;
  const nationalId = report.nationalId ?? (fromNation ? (report.externalRef?.slice(REPORT_REF.length) ?? null) : null);
  if (facts.numberTaken) {
    return [
      { type: 'open', route: 'linked', nationalId: null },
      { type: 'alarm', kind: 'number-taken', detail: nationalId },
    ];
  }
  if (fromNation) return [{ type: 'open', route: 'national', nationalId }];
  if (nationalId !== null) return [{ type: 'open', route: 'linked', nationalId }];
  if (report.externalRef?.startsWith(FROM_NATION) === true)
    return [{ type: 'open', route: 'national', nationalId: null }];
  if (sinceMs !== null && report.createdAt < sinceMs)
    return [{ type: 'open', route: 'before-since', nationalId: null }];
  return [{ type: 'open', route: 'file', nationalId: null }];
}

function privacyNews(report: Report, facts: LocalFacts): readonly LocalNews[] {
  const known = facts.case;
  if (known === null || !isMorePrivate(report.privacy, known)) return [];
  const before = { anonymous: known.anonymous, secret: known.secret };
  const filed = facts.filing === 'done' || facts.filing === 'sending' || facts.filing === 'doubt';
  return [
    { type: 'raise-privacy', privacy: before },
    ...(filed ? [{ type: 'alarm', kind: 'privacy-raised', detail: null } as const] : []),
  ];
}

function numberNews(report: Report, facts: LocalFacts): readonly LocalNews[] {
  const known = facts.case;
  if (known === null || report.nationalId === null || report.nationalId === known.nationalId) return [];
  if (facts.numberTaken) return [{ type: 'alarm', kind: 'number-taken', detail: report.nationalId }];
  if (known.nationalId !== null) return [{ type: 'alarm', kind: 'number-conflict', detail: report.nationalId }];
  return facts.filing === 'sending' ? [] : [{ type: 'link', nationalId: report.nationalId }];
}

function messages(report: Report, facts: LocalFacts): readonly LocalNews[] {
  return (report.responses ?? []).flatMap((response) => messageNews(response, facts));
}

function messageNews(response: FollowUp, facts: LocalFacts): readonly LocalNews[] {
  const known = facts.messages.find((message) => message.localId === response.id);
  if (known !== undefined) {
    const published = known.internal && !response.internal && known.origin === 'local';
    return published ? [{ type: 'publish-message', messageId: known.id }] : [];
  }
  const nationalId = response.externalRef?.startsWith(FOLLOW_UP_REF)
    ? response.externalRef.slice(FOLLOW_UP_REF.length)
    : null;
  const ours = facts.messages.find((message) => nationalId !== null && message.nationalId === nationalId);
  if (ours !== undefined) return [{ type: 'bind-message', messageId: ours.id, localId: response.id }];
  // A reference of the nation's that we cannot read is still the nation's.
  const foreign = nationalId === null && response.externalRef?.startsWith(FROM_NATION) === true;
  return [{ type: 'message', followUp: response, nationalId, internal: response.internal || foreign }];
}
