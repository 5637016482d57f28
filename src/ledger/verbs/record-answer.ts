import type { NationalAnswer } from '../../national/national-system.ts';
import type { FollowUp } from '../../report/follow-up.ts';
import { messageFingerprint } from '../../report/message-fingerprint.ts';
import type { NationalNews } from '../national-news.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import type { Vault } from './payload.ts';
import { putPayload } from './payload.ts';

/** What it says now. */
export function* noteAnswer(messageId: number, answer: NationalAnswer): Verb<void> {
  const fingerprint = messageFingerprint(answer);
  yield* run('update message set fingerprint = :fingerprint where id = :messageId', { messageId, fingerprint });
}

/** The words that the city has stay as they are: it is told by an alarm. */
export function* rewordAnswer(
  vault: Vault,
  { caseId, at }: { readonly caseId: number; readonly at: number },
  news: NationalNews & { type: 'reword-answer' },
): Verb<boolean> {
  const { messageId, answer, isTold } = news;
  yield* noteAnswer(messageId, answer);
  if (!isTold) yield* putPayload(vault, { caseId, messageId, at }, followUpOf(answer));
  const event = isTold ? 'message-edited-after-sending' : 'message-edited';
  yield* appendHistory({ at, caseId, deliveryId: null, event, actor: 'bridge', data: { messageId } });
  return true;
}

function followUpOf(answer: NationalAnswer): FollowUp {
  return {
    id: answer.id,
    author: 'national',
    institution: answer.institution,
    text: answer.text,
    internal: false,
    attachments: answer.attachments,
    externalRef: null,
    createdAt: answer.createdAt,
  };
}

export function* recordAnswer(
  vault: Vault,
  caseId: number,
  { answer, at }: { readonly answer: NationalAnswer; readonly at: number },
): Verb<boolean> {
  const followUp = followUpOf(answer);
  const inserted = yield* one<{ id: number }>(
    `insert into message (case_id, origin, author, institution, national_id, internal, fingerprint, created_at, seen_at)
     values (:caseId, 'national', 'national', :institution, :nationalId, 0, :fingerprint, :createdAt, :at)
     on conflict do nothing returning id`,
    {
      caseId,
      institution: answer.institution,
      nationalId: answer.id,
      fingerprint: messageFingerprint(followUp),
      createdAt: answer.createdAt,
      at,
    },
  );
  if (inserted === undefined) return false;
  yield* putPayload(vault, { caseId, messageId: inserted.id, at }, followUp);
  yield* run('update cases set owes_local = 1, national_changed_at = :at where id = :caseId', { caseId, at });
  yield* appendHistory({
    at,
    caseId,
    deliveryId: null,
    event: 'message-seen',
    actor: 'bridge',
    data: { side: 'national', id: answer.id, author: 'national' },
  });
  return true;
}
