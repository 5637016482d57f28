import { BY_HAND, type DeliveryBody } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { clearAlarmsOf } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { deliveriesOf, findCaseByAnyId } from './find-case.ts';
import { insertDelivery } from './move-delivery.ts';
import type { Operated } from './operate.ts';

/**
 * A person passes a report on to the institution that has authority. `no-number`: it is not at LAPOR! yet; `had-it`: it was
 * there, or was to go there, already; `under-way`: it is being passed on.
 */
export function* passOnCase(id: string, targetInstitutionId: number, at: number): Verb<Operated> {
  const owner = yield* findCaseByAnyId(id);
  if (owner === null) return { ok: false, refusal: 'no-such-case' };
  if (owner.nationalId === null) return { ok: false, refusal: 'no-number' };
  const rejects = (yield* deliveriesOf(owner.id, 'national')).filter(({ kind }) => kind === 'reject');
  if (rejects.some(({ state }) => state !== 'done')) return { ok: false, refusal: 'under-way' };
  if (rejects.some(({ body }) => body.targetInstitutionId === targetInstitutionId))
    return { ok: false, refusal: 'had-it' };
  const { returnedAt } = owner;
  const body: DeliveryBody = { targetInstitutionId, ...(returnedAt === null ? {} : { forReturn: returnedAt }) };
  const data = { where: String(targetInstitutionId) };
  yield* appendHistory({ at, caseId: owner.id, deliveryId: null, event: 'case-passed-on', actor: 'operator', data });
  yield* insertDelivery(
    owner.id,
    {
      side: 'national',
      kind: 'reject',
      key: `${BY_HAND}${rejects.length + 1}`,
      messageId: null,
      ...(owner.hold ? { state: 'held', reason: 'operator' } : { state: 'ready', reason: null }),
      body,
    },
    at,
  );
  yield* clearAlarmsOf(owner.id, ['returned'], { at });
  return { ok: true, case: owner, count: 1 };
}
