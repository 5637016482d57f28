import { createHash } from 'node:crypto';
import type { DeliveryEvent } from '../lifecycle.ts';
import type { TwinState } from '../twin.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';

/** Who caused an event: the bridge itself, an operator's command, or a rule of the configuration. */
export type Actor = 'bridge' | 'operator' | 'policy';

/** Everything that the history tells. */
export type HistoryEvent =
  | `delivery-${DeliveryEvent | 'owed' | 'replaced'}`
  | `alarm-${'raised' | 'cleared' | 'confirmed'}`
  | 'acknowledged'
  | `message-${'seen' | 'edited' | 'edited-after-sending' | 'withdrawn'}`
  | `case-${'opened' | 'held' | 'released' | 'passed-on'}`
  | `ledger-${'begun' | 'recovered'}`
  | `row-${'quarantined' | 'confirmed'}`
  | `twin-${TwinState}`
  | 'answer-bound'
  | 'content-changed'
  | 'counted-anew'
  | 'cursor-moved'
  | 'decided'
  | 'deleted-locally'
  | 'linked'
  | 'looked-up-missing'
  | 'mended'
  | 'national-status'
  | 'privacy-raised'
  | 'restored-locally'
  | 'returned'
  | 'side-changed'
  | 'unlinked';

/**
 * One thing that happened. `data` holds ids, numbers and fixed words, never a citizen's text; of `decided` besides what an
 * operator said of his decision.
 */
export interface HistoryEntry {
  readonly at: number;
  readonly caseId: number | null;
  readonly deliveryId: number | null;
  readonly event: HistoryEvent;
  readonly actor: Actor;
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Hash before the first entry. */
export const HISTORY_ORIGIN = '0'.repeat(64);

/**
 * Hash of entry `seq` over the one before it: SHA-256 of a zero byte and the JSON array of its facts, hexadecimal.
 * Whoever changes, drops or swaps an entry breaks every later hash.
 */
export function historyHash(seq: number, previous: string, facts: readonly unknown[]): string {
  return createHash('sha256')
    .update('\0')
    .update(JSON.stringify([seq, previous, ...facts]))
    .digest('hex');
}

/** Appends to the chained history, in the transaction of what it tells. */
export function* appendHistory(entry: HistoryEntry): Verb<void> {
  const last = yield* one<{ seq: number; hash: string }>('select seq, hash from history order by seq desc limit 1');
  const seq = (last?.seq ?? 0) + 1;
  const data = JSON.stringify(entry.data ?? {});
  const facts = [entry.at, entry.caseId, entry.deliveryId, entry.event, entry.actor, data];
  yield* run(
    `insert into history (seq, at, case_id, delivery_id, event, actor, data, hash)
     values (:seq, :at, :caseId, :deliveryId, :event, :actor, :data, :hash)`,
    {
      seq,
      at: entry.at,
      caseId: entry.caseId,
      deliveryId: entry.deliveryId,
      event: entry.event,
      actor: entry.actor,
      data,
      hash: historyHash(seq, last?.hash ?? HISTORY_ORIGIN, facts),
    },
  );
}
