import { findBridgeStatus } from '../config/find-bridge-status.ts';
import { isReturnedStatus } from '../config/is-returned-status.ts';
import type { Config } from '../config/to-config.ts';
import type { Case } from '../ledger/case.ts';
import type { Delivery } from '../ledger/delivery.ts';
import type { NationalFacts, NationalNews, NationalReading } from '../ledger/national-news.ts';
import type { NationalAnswer, NationalDetail } from '../national/national-system.ts';
import { isPartOf } from '../report/is-part-of.ts';
import { isWorded } from '../report/is-worded.ts';
import { messageFingerprint } from '../report/message-fingerprint.ts';
import { partsOf } from '../report/parts-of.ts';
import { lastLineIsReference, makeResponseReference, parseReference } from '../report/reference.ts';
import type { BridgeStatus } from '../report/status.ts';
import { decideReturn } from './decide-return.ts';
import { nationalFingerprint } from './national-fingerprint.ts';

/** What a reading of LAPOR! says that the ledger does not know, as data. */
export function decideNationalNews(
  reading: NationalReading,
  facts: NationalFacts,
  config: Config,
): readonly NationalNews[] {
  return [
    ...statusNews(reading, facts, config),
    ...answerNews(reading.answers ?? [], facts, config),
    ...editedNews(reading.answers ?? [], facts),
    ...deletedNews(reading, facts, config),
    ...(reading.unreadable > 0
      ? [{ type: 'alarm', kind: 'unreadable-answers', detail: null, wide: false } as const]
      : []),
  ];
}

function statusNews({ detail }: NationalReading, facts: NationalFacts, config: Config): readonly NationalNews[] {
  if (detail === null) return [{ type: 'alarm', kind: 'unknown-number', detail: null, wide: false }];
  if (isOlder(detail, facts.case) && facts.at - (facts.case.nationalOlderSince ?? facts.at) < config.policy.settleMs)
    return [{ type: 'older' }];
  const { statuses } = config.maps;
  const name = detail.statusName;
  const isKnown = name === null || isReturnedStatus(statuses, name) || findBridgeStatus(statuses, name) !== null;
  const status: NationalNews = {
    type: 'status',
    // A reading without a status does not take away the one that was known.
    name: name ?? facts.case.nationalStatus,
    bridgeStatus: bridgeStatusOf(name, facts.case, statuses),
    returned: decideReturn(detail, facts, config),
    institution: detail.institutionName,
    fingerprint: nationalFingerprint(detail, statuses),
    logSize: detail.log.length,
    logAt: newestOf(detail),
  };
  if (isKnown) return [status];
  return [status, { type: 'alarm', kind: 'unknown-status', detail: name.slice(0, 100), wide: true }];
}

const ENDED: ReadonlySet<BridgeStatus | null> = new Set(['closed', 'archived', 'rejected'] as const);

/** The bridge's word; `null` keeps the last. What was given back is where it was before, and never at its end. */
function bridgeStatusOf(name: string | null, owner: Case, statuses: Config['maps']['statuses']): BridgeStatus | null {
  if (name === null) return null;
  if (!isReturnedStatus(statuses, name)) return findBridgeStatus(statuses, name);
  return ENDED.has(owner.bridgeStatus) ? 'received' : null;
}

/**
 * True where LAPOR!'s log says less than it did: a copy that lags behind (F35). No return to an earlier status is one,
 * as that adds to the log. Copies lag no longer than `policy.settle`: what is still said after that is so.
 */
function isOlder(detail: NationalDetail, owner: Case): boolean {
  return (
    detail.log.length < owner.nationalLogSize &&
    (newestOf(detail) ?? Number.NEGATIVE_INFINITY) <= (owner.nationalLogAt ?? Number.POSITIVE_INFINITY)
  );
}

function newestOf({ log }: NationalDetail): number | null {
  const times = log.flatMap(({ at }) => at ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

/** Deleted by the city, and LAPOR! goes on waiting for it. */
function deletedNews(
  { detail }: NationalReading,
  { case: owner }: NationalFacts,
  config: Config,
): readonly NationalNews[] {
  if (owner.deletedAt === null || detail === null) return [];
  const read = bridgeStatusOf(detail.statusName, owner, config.maps.statuses);
  if (ENDED.has(read ?? owner.bridgeStatus)) return [];
  return [{ type: 'alarm', kind: 'deleted-after-filing', detail: null, wide: false }];
}

/** Answers of LAPOR! in other words than they were read in: what is not told here yet goes with the new ones. */
function editedNews(answers: readonly NationalAnswer[], { messages, told }: NationalFacts): readonly NationalNews[] {
  return answers.flatMap((answer): readonly NationalNews[] => {
    const known = messages.find(({ origin, nationalId }) => origin === 'national' && nationalId === answer.id);
    if (known === undefined || messageFingerprint(answer) === known.fingerprint) return [];
    // Of one that an earlier ledger told only the city's words are known.
    if (known.fingerprint === '') return [{ type: 'note-answer', messageId: known.id, answer }];
    const isTold = known.localId !== null || told.includes(known.id);
    const reword = { type: 'reword-answer', messageId: known.id, answer, isTold } as const;
    if (!isTold) return [reword];
    return [reword, { type: 'alarm', kind: 'edited-there', detail: answer.id, wide: false }];
  });
}

/** Answers not seen before. One that ends with our reference is our own, and answers for one delivery at most. */
function answerNews(answers: readonly NationalAnswer[], facts: NationalFacts, config: Config): readonly NationalNews[] {
  const known = new Set([
    ...facts.messages.map((message) => message.nationalId),
    ...facts.deliveries.filter((delivery) => delivery.kind === 'follow-up').map((delivery) => delivery.peerId),
    ...facts.formerly.map((delivery) => delivery.peerId),
  ]);
  const open = facts.deliveries.filter((delivery) => delivery.kind === 'follow-up' && delivery.peerId === null);
  const news: NationalNews[] = [];
  const take = (answer: NationalAnswer, isIt: (delivery: Delivery) => boolean) => {
    const own = open.findIndex((delivery) => isIt(delivery) && isOwnAnswer(answer, { delivery, facts, config }));
    const [delivery] = own === -1 ? [] : open.splice(own, 1);
    if (delivery !== undefined) news.push(ownAnswer(delivery, answer));
    return delivery !== undefined;
  };
  const fresh = [...new Map(answers.filter(({ id }) => !known.has(id)).map((answer) => [answer.id, answer])).values()];
  // Those in the very words that were sent first: somebody may have copied our reference.
  const others = fresh.filter(
    (answer) => !wasGiven(answer, facts) && !take(answer, ({ body }) => isWorded(answer.text, body.worded)),
  );
  for (const answer of others) {
    // What certainly arrived can have lost something of its words on the way.
    if (take(answer, ({ state }) => state === 'done')) continue;
    const claim = claimOf(answer, facts, config);
    if (claim === 'none') news.push({ type: 'answer', answer });
    if (claim === 'quoted') news.push({ type: 'alarm', kind: 'quoted-reference', detail: answer.id, wide: false });
  }
  return news;
}

/** For another report of ours, whose number this was; nobody read it there since. */
function wasGiven({ text }: NationalAnswer, { formerly }: NationalFacts): boolean {
  return formerly.some(({ body: { worded } }) => worded !== undefined && isWorded(text, worded));
}

function ownAnswer({ id: deliveryId }: Delivery, { id: nationalId, text }: NationalAnswer): NationalNews {
  const parts = partsOf(text);
  return { type: 'own-answer', deliveryId, nationalId, ...(parts > 1 ? { parts } : {}) };
}

interface Candidate {
  readonly delivery: Delivery;
  readonly facts: NationalFacts;
  readonly config: Config;
}

/** True where the answer is the part that this delivery wrote. */
function isOwnAnswer(answer: NationalAnswer, { delivery, facts, config }: Candidate): boolean {
  const message = facts.messages.find((one) => one.id === delivery.messageId);
  const reference = responseReference(facts, message?.localId, config);
  const { part = 1, parts } = delivery.body;
  return reference !== null && isPartOf(answer.text, { reference, part, parts });
}

/**
 * What an answer says of itself by its last line: `none`: it is LAPOR!'s; `ours`: one whose delivery is bound already (shown
 * twice) or that an earlier ledger gave, so no news; `quoted`: it has our reference, and words that we never sent under it.
 */
function claimOf(answer: NationalAnswer, facts: NationalFacts, config: Config): 'none' | 'ours' | 'quoted' {
  const text = answer.text.trimEnd();
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  const named = parseReference(config.responseReference, lastLine, config.site);
  const { localId } = facts.case;
  // Of what was born at LAPOR!, and is not known here yet, it is told once its local id says whose answer it is.
  if (named !== null && localId === null) return 'ours';
  const message = facts.messages.find((one) => {
    const reference = one.origin === 'local' ? responseReference(facts, one.localId, config) : null;
    return reference !== null && lastLineIsReference(answer.text, reference);
  });
  if (message === undefined) return named !== null && named.id === localId ? 'quoted' : 'none';
  // A part of a long one may be of an earlier ledger, which alone knew its words.
  if (partsOf(answer.text) > 1) return 'ours';
  const sent = facts.deliveries.filter(({ messageId, kind }) => kind === 'follow-up' && messageId === message.id);
  return sent.length === 0 || sent.some(({ body }) => isWorded(answer.text, body.worded)) ? 'ours' : 'quoted';
}

function responseReference(facts: NationalFacts, responseId: string | null | undefined, config: Config): string | null {
  const { localId } = facts.case;
  if (localId === null || responseId == null) return null;
  return makeResponseReference(config.responseReference, { site: config.site, id: localId, responseId });
}
