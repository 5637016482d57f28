import type { Delivery, DeliveryBody, DeliveryReason, DeliveryState, NewDelivery } from '../delivery.ts';
import type { DeliveryEvent } from '../lifecycle.ts';
import { nextState } from '../lifecycle.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';
import type { Actor } from './append-history.ts';
import { appendHistory } from './append-history.ts';

/** The lifecycle forbids this event in this state: a bug of ours, or an operator's command that must be refused. */
class ForbiddenMoveError extends Error {
  override readonly name = 'ForbiddenMoveError';
  readonly state: DeliveryState;
  readonly event: DeliveryEvent;

  constructor(state: DeliveryState, event: DeliveryEvent) {
    super(`a delivery in state ${state} cannot take ${event}`);
    this.state = state;
    this.event = event;
  }
}

/** What changes with a move; what is left out stays as it is. */
export interface Move {
  readonly event: DeliveryEvent;
  readonly at: number;
  readonly actor?: Actor;
  /** Of a release: the reason that the hold covered. */
  readonly reason: DeliveryReason | null;
  readonly attempts?: number;
  readonly dueAt?: number;
  readonly begunAt?: number;
  readonly endedAt?: number;
  readonly peerId?: string;
  readonly body?: DeliveryBody;
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Moves a delivery along the lifecycle, with its count and its line of history, and gives it as it is then. Throws
 * `ForbiddenMoveError`.
 */
export function* moveDelivery(delivery: Delivery, move: Move): Verb<Delivery> {
  const state = nextState(delivery.state, move.event, delivery.heldFrom);
  if (state === null) throw new ForbiddenMoveError(delivery.state, move.event);
  const moved = { ...delivery, ...changes(delivery, move, state) };
  const { id, caseId, key, side, reason } = moved;
  yield* run(
    `update delivery set state = :state, held_from = :heldFrom, reason = :reason, reason_before = :reasonBefore, attempts = :attempts, due_at = :dueAt,
       begun_at = :begunAt, ended_at = :endedAt, absences = :absences, last_absence_at = :lastAbsenceAt,
       peer_id = :peerId, body = :body where id = :id`,
    {
      id,
      state,
      heldFrom: moved.heldFrom,
      reason,
      reasonBefore: moved.reasonBefore,
      attempts: moved.attempts,
      dueAt: moved.dueAt,
      begunAt: moved.begunAt,
      endedAt: moved.endedAt,
      absences: moved.absences,
      lastAbsenceAt: moved.lastAbsenceAt,
      peerId: moved.peerId,
      body: JSON.stringify(moved.body),
    },
  );
  yield* count(state, delivery.state);
  yield* appendHistory({
    at: move.at,
    caseId,
    deliveryId: id,
    event: `delivery-${move.event}`,
    actor: move.actor ?? 'bridge',
    data: { key, side, state, reason, ...move.data },
  });
  return moved;
}

function changes(delivery: Delivery, move: Move, state: DeliveryState): Partial<Delivery> {
  const isHeld = state === 'held';
  // Look-ups speak of the attempt before them: a lost one begins with none, a hold takes none away.
  const isLost = move.event === 'lost' || move.event === 'distrust';
  return {
    state,
    heldFrom: isHeld ? delivery.state : null,
    reason: move.reason,
    reasonBefore: isHeld ? delivery.reason : null,
    attempts: move.attempts ?? delivery.attempts,
    dueAt: move.dueAt ?? delivery.dueAt,
    begunAt: move.begunAt ?? delivery.begunAt,
    endedAt: move.endedAt ?? delivery.endedAt,
    absences: isLost ? 0 : delivery.absences,
    lastAbsenceAt: isLost ? null : delivery.lastAbsenceAt,
    peerId: move.peerId ?? delivery.peerId,
    body: move.body ?? delivery.body,
  };
}

/** Inserts what a plan owes; does nothing where it exists already. */
export function* insertDelivery(caseId: number, owed: NewDelivery, at: number): Verb<void> {
  const inserted = yield* one<{ id: number }>(
    `insert into delivery (case_id, side, kind, key, message_id, state, held_from, reason, due_at, created_at, ended_at, body)
     values (:caseId, :side, :kind, :key, :messageId, :state, :heldFrom, :reason, :at, :at, :endedAt, :body)
     on conflict (case_id, side, key) do nothing returning id`,
    {
      caseId,
      side: owed.side,
      kind: owed.kind,
      key: owed.key,
      messageId: owed.messageId,
      state: owed.state,
      heldFrom: owed.state === 'held' ? 'ready' : null,
      reason: owed.reason,
      at,
      endedAt: owed.state === 'doubt' ? at : null,
      body: JSON.stringify(owed.body),
    },
  );
  if (inserted === undefined) return;
  yield* count(owed.state);
  yield* appendHistory({
    at,
    caseId,
    deliveryId: inserted.id,
    event: 'delivery-owed',
    actor: 'bridge',
    data: { key: owed.key, side: owed.side, state: owed.state, reason: owed.reason },
  });
}

type Counted = DeliveryState | 'open' | 'closed';

/** Keeps the counts that every status shows without reading every row: one more of `to`, one less of `from`. */
export function* count(to: Counted, from: Counted | null = null): Verb<void> {
  yield* run('update tally set count = count + case name when :to then 1 else -1 end where name in (:to, :from)', {
    to,
    from,
  });
}
