import type { NationalListed } from '../../national/national-system.ts';
import { wording as wordingOf } from '../../report/wording.ts';
import type { Adopted } from '../twin.ts';
import type { Verb } from '../verb.ts';
import { only } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import { putTwinKeys } from './find-twins.ts';
import { count } from './move-delivery.ts';
import type { Vault } from './payload.ts';
import { putPayload } from './payload.ts';

/** Opens the case of a report that was born at LAPOR!: it is owed to the local side. Gives its id. */
export function* adoptReport(
  vault: Vault,
  { listed, at }: { readonly listed: NationalListed; readonly at: number },
  adopted: Adopted,
): Verb<number> {
  const { id: caseId } = yield* only<{ id: number }>(
    `insert into cases (route, national_id, kind, due_at, anonymous, secret, category, institution, content_fingerprint,
       listed_wording, created_at, first_seen_at, next_poll_at, owes_local)
     values ('national', :nationalId, :kind, :dueAt, :anonymous, :secret, :category, :institution, :wording,
       :wording, :createdAt, :at, :at, 1)
     returning id`,
    {
      nationalId: listed.id,
      kind: adopted.kind,
      dueAt: adopted.dueAt,
      anonymous: Number(adopted.privacy.anonymous),
      secret: Number(adopted.privacy.secret),
      category: adopted.category,
      institution: adopted.institution,
      wording: wordingOf(listed.title, listed.text),
      createdAt: listed.createdAt,
      at,
    },
  );
  yield* count('open');
  yield* putPayload(vault, { caseId, messageId: 0, at }, listed);
  yield* putTwinKeys(vault, { caseId, born: 'national', at }, listed);
  yield* appendHistory({
    at,
    caseId,
    deliveryId: null,
    event: 'case-opened',
    actor: 'bridge',
    data: { route: 'national', localId: null, nationalId: listed.id },
  });
  return caseId;
}
