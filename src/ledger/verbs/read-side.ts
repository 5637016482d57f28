import type { Side } from '../delivery.ts';
import type { SideHealth } from '../side.ts';
import { healthySide } from '../side.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';
import { appendHistory } from './append-history.ts';

export function* readSide(name: Side): Verb<SideHealth> {
  const row = yield* one<SideHealth>(
    `select name, state, creates, until, failures, reason, create_doubts as "createDoubts",
       creates_until as "createsUntil", last_ok_at as "lastOkAt", last_new_at as "lastNewAt"
     from side where name = :name`,
    { name },
  );
  return row ?? healthySide(name);
}

/** Stores a side's health; a change of state is told in the history. */
export function* writeSide(side: SideHealth, at: number): Verb<void> {
  const before = yield* readSide(side.name);
  yield* run(
    `insert into side (name, state, creates, until, failures, reason, create_doubts, creates_until, last_ok_at, last_new_at)
     values (:name, :state, :creates, :until, :failures, :reason, :createDoubts, :createsUntil, :lastOkAt, :lastNewAt)
     on conflict (name) do update set state = excluded.state, creates = excluded.creates, until = excluded.until,
       failures = excluded.failures, reason = excluded.reason,
       create_doubts = excluded.create_doubts, creates_until = excluded.creates_until, last_ok_at = excluded.last_ok_at,
       last_new_at = excluded.last_new_at`,
    { ...side },
  );
  if (before.state === side.state && before.creates === side.creates) return;
  yield* appendHistory({
    at,
    caseId: null,
    deliveryId: null,
    event: 'side-changed',
    actor: 'bridge',
    data: { side: side.name, state: side.state, creates: side.creates, reason: side.reason },
  });
}
