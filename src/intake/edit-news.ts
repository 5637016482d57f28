import { localRanks } from '../config/local-ranks.ts';
import type { AlarmKind } from '../ledger/alarm.ts';
import type { Case, Message } from '../ledger/case.ts';
import type { LocalFacts, LocalNews } from '../ledger/local-news.ts';
import { bareAddress } from '../report/bare-address.ts';
import type { FollowUp } from '../report/follow-up.ts';
import { messageFingerprint } from '../report/message-fingerprint.ts';
import type { Report } from '../report/report.ts';
import type { BridgeStatus } from '../report/status.ts';
import { END_RANK } from '../report/status-rank.ts';
import { wording } from '../report/wording.ts';

type LocalNames = Readonly<Record<BridgeStatus, string>>;
type Raised = Extract<LocalNews, { type: 'alarm' }>;

/**
 * What a row says of a report that LAPOR! has, or may have, and that the bridge cannot bring there: LAPOR! takes additions
 * alone, and what is sent is public at once. So a person is told (decision 0026). Read as a table:
 *
 *   row                                    LAPOR!                       alarm
 *   deleted                                has not ended it             deleted-after-filing, and nothing else
 *   set back from an end to work           closed or archived it        reopened-locally
 *   other words, place or files            any                          report-edited; not of one that was born there
 *   an answer in other words               has it, or may have it       answer-edited
 *   an answer removed or made internal     has it, or may have it       answer-withdrawn
 *   both at once                           has it, or may have it       both
 */
export function editNews(report: Report, facts: LocalFacts, names: LocalNames): readonly Raised[] {
  const known = facts.case;
  if (known === null) return [];
  const isThere = known.nationalId !== null || report.nationalId !== null || facts.arrived;
  if (report.deletedAt !== null) return isThere && !hasEnded(known) ? [raised('deleted-after-filing', null)] : [];
  return [
    ...(isReopened(report, facts, names) ? [raised('reopened-locally', null)] : []),
    ...(isThere && known.route !== 'national' && isEdited(report, facts.before) ? [raised('report-edited', null)] : []),
    ...facts.messages.filter(({ id }) => facts.sent.includes(id)).flatMap((message) => sentNews(message, report)),
  ];
}

function raised(kind: AlarmKind, detail: string | null): Raised {
  return { type: 'alarm', kind, detail };
}

function hasEnded({ bridgeStatus }: Case): boolean {
  return bridgeStatus === 'closed' || bridgeStatus === 'archived' || bridgeStatus === 'rejected';
}

/** A name that is not in the map says nothing: it is no reopening. */
function isReopened(report: Report, { case: known, raised: standing }: LocalFacts, names: LocalNames): boolean {
  if (known?.bridgeStatus !== 'closed' && known?.bridgeStatus !== 'archived') return false;
  const ranks = localRanks(report.status, names);
  if (ranks.length === 0 || Math.max(...ranks) >= END_RANK) return false;
  const before = localRanks(known.localStatus, names);
  return standing.includes('reopened-locally') || (before.length > 0 && Math.min(...before) >= END_RANK);
}

/** What LAPOR! was told of it. Category, OPD and reporter are the city's own business. */
function isEdited(report: Report, before: Report | null): boolean {
  return before !== null && told(report) !== told(before);
}

function told({ title, text, incidentDate, location, attachments }: Report): string {
  const { address, district, village } = location;
  return JSON.stringify([wording(title, text), incidentDate, address, district, village, attachments.map(bareAddress)]);
}

function sentNews(message: Message, { responses }: Report): readonly Raised[] {
  const { localId } = message;
  const response = responses?.find(({ id }) => id === localId);
  const isReworded = response !== undefined && messageFingerprint(response) !== message.fingerprint;
  return [
    ...(isHidden(message, responses, response) ? [raised('answer-withdrawn', localId)] : []),
    // Of one that is hidden, too: it may be shown again, and its words are known by then.
    ...(isReworded ? [raised('answer-edited', localId)] : []),
  ];
}

/** Where the reading carried no answers, what was hidden stays so. */
function isHidden(known: Message, responses: Report['responses'], response: FollowUp | undefined): boolean {
  if (responses === null) return known.internal;
  return response === undefined || response.internal;
}
