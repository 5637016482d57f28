import type { NationalListed } from '../../national/national-system.ts';
import type { Case } from '../case.ts';
import { decideLink } from '../decide-link.ts';
import type { Delivery } from '../delivery.ts';
import { LIFECYCLE } from '../lifecycle.ts';
import type { Adopted } from '../twin.ts';
import type { Verb } from '../verb.ts';
import { all } from '../verb.ts';
import { clearAlarmsOf } from './alarms.ts';
import { appendHistory } from './append-history.ts';
import { forgetNational } from './apply-local-twin.ts';
import { bindTwin, tellLinked } from './apply-twin-news.ts';
import { deliveriesOf, findCase, findCaseByAnyId, findCaseByNationalId } from './find-case.ts';
import { count, moveDelivery } from './move-delivery.ts';
import type { Operated } from './operate.ts';
import { getPayload, type Vault } from './payload.ts';
import { adoptFrom, findTwin, keepBack, letGo, makingOf, noteTwin, type Twin, twinsOf, twinsWith } from './twins.ts';

export interface TwinIds {
  /** A local id or a ticket. */
  readonly local: string;
  readonly nationalId: string;
}

/** A person says that two reports are one. */
export function* linkTwin(vault: Vault, { local, nationalId }: TwinIds, at: number): Verb<Operated> {
  const owner = yield* localCase(local);
  if (owner === null) return { ok: false, refusal: 'no-such-case' };
  const national = yield* findCaseByNationalId(nationalId);
  const rows = yield* twinsOf(nationalId);
  const apart = rows.find((twin) => twin.apart === 1) ?? null;
  const decision = decideLink(nationalId, {
    local: owner,
    create: yield* makingOf(owner.id, 'create'),
    national,
    making: national === null ? null : yield* makingOf(national.id, 'report'),
    isApart: apart !== null,
    isLinked: (yield* linkedWith(owner.id, nationalId)) !== null,
  });
  const caseId = owner.id;
  switch (decision.type) {
    case 'refuse':
      return { ok: false, refusal: decision.refusal };
    case 'bind': {
      const listed = apart === null ? null : yield* getPayload<NationalListed>(vault, payloadOf(apart));
      const adopted = apart === null || apart.adopted === null ? null : (JSON.parse(apart.adopted) as Adopted);
      yield* bindTwin(vault, { caseId, nationalId, listed, adopted, note: null, at, actor: 'operator' });
      break;
    }
    case 'keep-back': {
      const there = decision.adopt && apart !== null ? yield* adoptFrom(vault, apart, at) : (national?.id ?? null);
      if (there === null) return { ok: false, refusal: 'unknown-number' };
      yield* keepBack(decision.kind === 'create' ? caseId : there, decision.kind, at);
      yield* noteTwin(vault, { caseId, nationalId, state: 'linked', note: null, at, actor: 'operator' });
      yield* letGo(vault, { caseId, nationalId }, { at, actor: 'operator' });
      yield* tellLinked(caseId, nationalId, at);
    }
  }
  return { ok: true, case: owner, count: 1 };
}

/** A person says that two reports are not one. What waited for that goes on. */
export function* rejectTwin(vault: Vault, { local, nationalId }: TwinIds, at: number): Verb<Operated> {
  const owner = yield* localCase(local);
  if (owner === null) return { ok: false, refusal: 'no-such-case' };
  const known = yield* findTwin(owner.id, nationalId);
  if (known?.state === 'linked' || owner.nationalId === nationalId) return { ok: false, refusal: 'linked' };
  if (known?.state === 'rejected') return { ok: false, refusal: 'nothing-to-do' };
  const apart = known?.apart === 1;
  yield* noteTwin(vault, {
    caseId: owner.id,
    nationalId,
    state: 'rejected',
    apart,
    note: null,
    at,
    actor: 'operator',
  });
  yield* letGo(vault, { caseId: owner.id, nationalId }, { at, actor: 'operator' });
  return { ok: true, case: owner, count: 1 };
}

/** Takes a link back, and remembers that the two are not one. `id`: of either of them. */
export function* unlinkTwin(vault: Vault, id: string, at: number): Verb<Operated> {
  const named = yield* findCaseByAnyId(id);
  const row = named === null ? null : yield* linkedWith(named.id, named.nationalId ?? id);
  if (row === null) return { ok: false, refusal: named === null ? 'no-such-case' : 'not-linked' };
  const owner = yield* findCase(row.caseId);
  if (owner === null) throw new Error(`no case ${row.caseId}`);
  if ((yield* deliveriesOf(owner.id)).some(({ state }) => state === 'sending'))
    return { ok: false, refusal: 'sending' };
  const { caseId, nationalId } = row;
  const wasBound = owner.nationalId === nationalId;
  yield* noteTwin(vault, { caseId, nationalId, state: 'rejected', note: null, at, actor: 'operator', apart: wasBound });
  yield* clearAlarmsOf(caseId, ['twin'], { at });
  if (wasBound) yield* unbind(owner, nationalId, at);
  // What was bound is opened as a report of its own; what was kept back goes on, and what waited only for the number.
  for (const twin of [row, ...(wasBound ? yield* twinsWith(caseId) : [])])
    yield* letGo(vault, twin, { at, actor: 'operator' });
  return { ok: true, case: owner, count: 1 };
}

/** Nothing is filed by itself: what was sent once may be there, and what was not waits for `retry`. */
function* unbind(owner: Case, nationalId: string, at: number): Verb<void> {
  const { id: caseId } = owner;
  yield* forgetNational(caseId);
  if (owner.closedAt !== null) yield* count('open', 'closed');
  for (const delivery of yield* deliveriesOf(caseId)) {
    if (delivery.kind === 'create' && delivery.state === 'done') {
      const reason = delivery.begunAt === null ? 'unlinked' : 'outcome-unknown';
      yield* moveDelivery(delivery, { event: 'unlink', actor: 'operator', at, reason });
    } else if (delivery.kind === 'response' && LIFECYCLE[delivery.state].hold !== null) {
      // An answer to the other report.
      yield* moveDelivery(delivery, { event: 'hold', at, reason: 'withdrawn' });
    } else if (delivery.side === 'national' && delivery.state === 'doubt') {
      yield* leaveDoubt(delivery, at);
    }
  }
  yield* appendHistory({ at, caseId, deliveryId: null, event: 'unlinked', actor: 'operator', data: { nationalId } });
}

/** Nobody can look under the next number for what may lie under this one; what only somebody else may have sent is sent. */
function* leaveDoubt(delivery: Delivery, at: number): Verb<void> {
  if (delivery.reason === 'linked')
    yield* moveDelivery(delivery, { event: 'resolve-absent', actor: 'operator', at, reason: null, dueAt: at });
  else yield* moveDelivery(delivery, { event: 'no-way', at, reason: 'outcome-unknown' });
}

function* localCase(id: string): Verb<Case | null> {
  const found = yield* findCaseByAnyId(id);
  return found?.localId === null ? null : found;
}

function* linkedWith(caseId: number, nationalId: string): Verb<Twin | null> {
  const [row] = yield* all<Twin>(
    `select id, case_id as "caseId", national_id as "nationalId", state, apart, adopted from twin
     where state = 'linked' and (case_id = :caseId or national_id = :nationalId) order by id`,
    { caseId, nationalId },
  );
  return row ?? null;
}

function payloadOf({ id, caseId }: Twin): { readonly caseId: number; readonly messageId: number } {
  return { caseId, messageId: -id };
}
