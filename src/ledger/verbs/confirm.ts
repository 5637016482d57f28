import { BRAKE_STOPS, type BrakeKind } from '../brake.ts';
import type { Verb } from '../verb.ts';
import { all } from '../verb.ts';
import { clearAlarms, confirmAlarms, standingAlarms } from './alarms.ts';
import { releaseBrake } from './brake-on.ts';
import { findCaseByAnyId } from './find-case.ts';
import type { Refusal } from './operate.ts';
import { release } from './operate.ts';
import { confirmRow } from './quarantine.ts';
import type { DeliveryColumns } from './rows.ts';
import { DELIVERY_COLUMNS, toDelivery } from './rows.ts';

/** A person confirms what guard and brakes hold, and what a lost ledger may have filed: all of it goes. */
export function* confirmHeld(at: number): Verb<{ readonly deliveries: number; readonly brakes: number }> {
  const rows = yield* all<DeliveryColumns>(
    `select ${DELIVERY_COLUMNS} from delivery d where d.state = 'held' and d.state <> 'done'
       and d.reason in ('guard', 'ledger-lost') order by d.id`,
  );
  for (const row of rows) yield* release(toDelivery(row), at);
  yield* clearAlarms(['guard'], at);
  const brakes = (yield* standingAlarms()).filter(({ kind }) => kind in BRAKE_STOPS);
  yield* confirmAlarms(brakes, at);
  for (const { kind } of brakes) if (kind !== 'empty-list') yield* releaseBrake(kind as BrakeKind, at);
  return { deliveries: rows.length, brakes: brakes.length };
}

export type Confirmed =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * A person has seen the alarms of one report, or the one that names `id` (a status), or the unreadable row `id`. What
 * guard and brakes hold is left to `confirmHeld`.
 */
export function* confirmOne(id: string, at: number): Verb<Confirmed> {
  const owner = yield* findCaseByAnyId(id);
  const alarms = (yield* standingAlarms()).filter(({ kind, caseId, detail }) =>
    caseId === null ? detail === id && kind !== 'guard' && !(kind in BRAKE_STOPS) : caseId === owner?.id,
  );
  const count = (yield* confirmAlarms(alarms, at)) + (yield* confirmRow(id, at));
  if (count > 0) return { ok: true, count };
  return { ok: false, refusal: owner === null ? 'no-such-case' : 'nothing-to-do' };
}
