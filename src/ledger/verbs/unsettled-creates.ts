import type { Delivery } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { all, one, run } from '../verb.ts';
import type { DeliveryColumns } from './rows.ts';
import { DELIVERY_COLUMNS, toDelivery } from './rows.ts';

/** A report that was sent to LAPOR! at least once and has no number yet. */
export interface UnsettledCreate {
  readonly delivery: Delivery;
  readonly localId: string;
  /** When the report was made, as the local side's clock has it. */
  readonly madeAt: number;
}

/** Reports in doubt, and those parked or held after an attempt, oldest first. */
export function* unsettledCreates(): Verb<readonly UnsettledCreate[]> {
  const rows = yield* all<DeliveryColumns & Omit<UnsettledCreate, 'delivery'>>(
    `select ${DELIVERY_COLUMNS}, c.local_id as "localId", c.created_at as "madeAt" from delivery d join cases c on c.id = d.case_id
     where d.side = 'national' and d.state in ('doubt', 'parked', 'held') and d.state <> 'done' and d.kind = 'create'
       and (d.state = 'doubt' or d.attempts > 0) and c.local_id is not null and c.national_id is null order by d.id`,
  );
  return rows.map(({ localId, madeAt, ...delivery }) => ({ delivery: toDelivery(delivery), localId, madeAt }));
}

/** Those of these national numbers that a case carries. */
export function* knownNumbers(numbers: readonly string[]): Verb<readonly string[]> {
  const known: string[] = [];
  for (const number of new Set(numbers)) {
    const row = yield* one<{ id: number }>('select id from cases where national_id = :number', { number });
    if (row !== undefined) known.push(number);
  }
  return known;
}

/** When reports that are parked or held were looked for last in a complete list; `null`: never. */
export function* readLookUp(): Verb<number | null> {
  const row = yield* one<{ at: number }>(`select completed_at as at from cursor where stream = 'look-up'`);
  return row?.at ?? null;
}

export function* noteLookUp(at: number): Verb<void> {
  yield* run(
    `insert into cursor (stream, position, completed_at) values ('look-up', 0, :at)
     on conflict (stream) do update set completed_at = excluded.completed_at`,
    { at },
  );
}
