import { messageFingerprint } from '../../report/message-fingerprint.ts';
import type { LocalNews } from '../local-news.ts';
import { mayHaveArrived } from '../may-have-arrived.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';
import type { HistoryEvent } from './append-history.ts';
import { appendHistory } from './append-history.ts';
import type { OnCase } from './apply-local-news.ts';
import { tellTwinAnswered } from './apply-local-twin.ts';
import { deliveriesOf } from './find-case.ts';
import { moveDelivery } from './move-delivery.ts';
import type { Vault } from './payload.ts';
import { putPayload } from './payload.ts';

type MessageNews = Extract<LocalNews, { type: 'message' | 'publish-message' | 'withdraw-message' | 'reword-message' }>;

/** Applies what a row said about one of its answers. */
export function* applyMessageNews(vault: Vault, subject: OnCase, news: MessageNews): Verb<void> {
  const { caseId, at } = subject;
  switch (news.type) {
    case 'message':
      return yield* recordMessage(vault, subject, news);
    case 'publish-message':
      yield* run('update message set internal = 0 where id = :messageId', { messageId: news.messageId });
      yield* releaseWithdrawn(caseId, news.messageId, at);
      return yield* run('update cases set owes_national = 1 where id = :caseId', { caseId });
    case 'withdraw-message':
      // Whatever is still to be sent of it is held when its turn comes.
      yield* run('update message set internal = 1 where id = :messageId', { messageId: news.messageId });
      return yield* tell(subject, 'message-withdrawn', news.messageId);
    case 'reword-message':
      return yield* reword(vault, subject, news);
  }
}

function* recordMessage(vault: Vault, { caseId, at }: OnCase, news: LocalNews & { type: 'message' }): Verb<void> {
  const { followUp } = news;
  const fromNation = news.nationalId !== null || followUp.author === 'national';
  const inserted = yield* one<{ id: number }>(
    `insert into message (case_id, origin, author, institution, local_id, national_id, internal, fingerprint, created_at, seen_at)
     values (:caseId, :origin, :author, :institution, :localId, :nationalId, :internal, :fingerprint, :createdAt, :at)
     on conflict do nothing returning id`,
    {
      caseId,
      origin: fromNation ? 'national' : 'local',
      author: followUp.author,
      institution: followUp.institution,
      localId: followUp.id,
      nationalId: news.nationalId,
      internal: Number(news.internal),
      // What the nation said is known once it is read there: the city may have shortened it.
      fingerprint: fromNation ? '' : messageFingerprint(followUp),
      createdAt: followUp.createdAt,
      at,
    },
  );
  if (inserted === undefined) return;
  yield* putPayload(vault, { caseId, messageId: inserted.id, at }, followUp);
  yield* run('update cases set owes_national = 1 where id = :caseId', { caseId });
  if (!fromNation && !news.internal) yield* tellTwinAnswered(caseId, at);
  yield* appendHistory({
    at,
    caseId,
    deliveryId: null,
    event: 'message-seen',
    actor: 'bridge',
    data: { side: 'local', id: followUp.id, author: followUp.author, internal: news.internal },
  });
}

/** New words for an answer of which nothing arrived; later an edit is no news for what is underway. */
function* reword(vault: Vault, subject: OnCase, news: LocalNews & { type: 'reword-message' }): Verb<void> {
  const { caseId, at } = subject;
  const { messageId, followUp } = news;
  yield* run('update message set fingerprint = :fingerprint where id = :messageId', {
    messageId,
    fingerprint: messageFingerprint(followUp),
  });
  const deliveries = yield* deliveriesOf(caseId, 'national');
  const begun = deliveries.some((delivery) => delivery.messageId === messageId && mayHaveArrived(delivery));
  if (!begun) yield* putPayload(vault, { caseId, messageId, at }, followUp);
  yield* tell(subject, begun ? 'message-edited-after-sending' : 'message-edited', messageId);
}

function* releaseWithdrawn(caseId: number, messageId: number, at: number): Verb<void> {
  const held = (yield* deliveriesOf(caseId, 'national')).filter(
    (delivery) => delivery.messageId === messageId && delivery.state === 'held' && delivery.reason === 'withdrawn',
  );
  for (const delivery of held) {
    yield* moveDelivery(delivery, { event: 'release', at, reason: delivery.reasonBefore, dueAt: at });
  }
}

function* tell({ caseId, at }: OnCase, event: HistoryEvent, messageId: number): Verb<void> {
  yield* appendHistory({ at, caseId, deliveryId: null, event, actor: 'bridge', data: { messageId } });
}
