import type { DeliveryState } from '../../src/ledger/delivery.ts';
import { type DeliveryEvent, LIFECYCLE } from '../../src/ledger/lifecycle.ts';
import { type HistoryRow, verifyHistory } from '../ledger/verify-history.ts';
import type { SimWorld } from './sim-world.ts';

/** What the ledger says of itself: its chain, its counts, its lifecycle, and that no citizen stands in it in the open. */
export function checkLedger(world: SimWorld): readonly string[] {
  return [
    ...chainHolds(world),
    ...movesAreAllowed(world),
    ...tallyIsRight(world),
    ...attemptsAreFew(world),
    ...namesNobody(world),
  ];
}

/**
 * Deliveries that should be at rest and are not. An answer without words is shown to a person for ever, and
 * nothing more is sent of a report whose id another one has now: of that a person was told.
 */
export function notAtRest(world: SimWorld): readonly string[] {
  const stuck = world.database
    .prepare(
      `select d.key, d.state, d.reason, c.local_id as localId from delivery d join cases c on c.id = d.case_id
       where d.state <> 'done' and not (d.state = 'parked' and d.reason = 'empty-text')
         and not (d.state = 'held' and d.reason = 'twin' and exists (select 1 from twin t where t.state = 'linked'
           and (t.case_id = c.id or t.national_id = c.national_id)))
         and not (d.state = 'held' and d.reason = 'unlinked' and c.national_id is null)`,
    )
    .all() as { key: string; state: string; reason: string; localId: string }[];
  return stuck
    .filter(
      (one) =>
        !(
          (one.reason === 'deleted' || one.reason === 'withdrawn') &&
          (alarmsOf(world, one.localId).includes('id-reused') || hasSecondThoughts(world) || isOfFormerTwin(world, one))
        ),
    )
    .map((one) => `I1 not at rest: ${one.key} of ${one.localId}: ${one.state} ${one.reason}`);
}

/** An answer to the report that it was linked to before. */
function isOfFormerTwin({ plan }: SimWorld, { key }: { readonly key: string }): boolean {
  return plan.rates.twins !== undefined && key.startsWith('response:');
}

/** What is held for good by a deletion or a withdrawal: whether its time came is seen by what arrived. */
function hasSecondThoughts({ plan }: SimWorld): boolean {
  return plan.rates['second-thoughts'] !== undefined;
}

/** Alarms that were ever raised for a report, by kind: of these a person was told. */
export function alarmsOf(world: SimWorld, localId: string): readonly string[] {
  return [...world.toldBefore, ...alarmsTold(world)].filter(([of]) => of === localId).map(([, kind]) => kind);
}

/** Report and kind of every alarm in the history. */
export function alarmsTold({ database }: SimWorld): readonly [localId: string, kind: string][] {
  return database
    .prepare(
      `select c.local_id, json_extract(h.data, '$.kind') from history h join cases c on c.id = h.case_id
       where h.event = 'alarm-raised'`,
    )
    .raw()
    .all() as [string, string][];
}

function historyOf({ database }: SimWorld): readonly HistoryRow[] {
  return database.prepare('select * from history order by seq').all() as HistoryRow[];
}

function chainHolds(world: SimWorld): readonly string[] {
  const broken = verifyHistory(historyOf(world));
  return broken === null ? [] : [`I25 entry ${broken} of the history does not follow from those before it`];
}

export interface Taken {
  readonly deliveryId: number;
  readonly from: DeliveryState;
  readonly event: DeliveryEvent;
  readonly to: DeliveryState;
}

/** Every edge of the lifecycle that was taken, as the history tells it. */
export function edgesTaken(world: SimWorld): readonly Taken[] {
  const states = new Map<number, DeliveryState>();
  const taken: Taken[] = [];
  for (const { delivery_id: id, event, data } of historyOf(world)) {
    const { state: to } = JSON.parse(data) as { readonly state?: DeliveryState };
    if (id === null || to === undefined) continue;
    const from = states.get(id);
    if (from !== undefined)
      taken.push({ deliveryId: id, from, event: event.replace('delivery-', '') as DeliveryEvent, to });
    states.set(id, to);
  }
  return taken;
}

/** Each move is one of the table (I9), and the last one led to where the delivery is (I24). */
function movesAreAllowed(world: SimWorld): readonly string[] {
  const last = new Map<number, DeliveryState>();
  const violations: string[] = [];
  for (const { deliveryId, from, event, to } of edgesTaken(world)) {
    const next = LIFECYCLE[from][event];
    if (next === null || (next !== 'back' && next !== to)) violations.push(`I9 ${from} ${event} led to ${to}`);
    last.set(deliveryId, to);
  }
  const now = world.database.prepare('select id, state from delivery').all() as { id: number; state: DeliveryState }[];
  for (const { id, state } of now) {
    if ((last.get(id) ?? state) !== state)
      violations.push(`I24 the history leaves ${id} ${last.get(id)}, but it is ${state}`);
  }
  return violations;
}

function tallyIsRight({ database }: SimWorld): readonly string[] {
  const show = (sql: string) => JSON.stringify(database.prepare(sql).raw().all().sort());
  const counted = show('select state, count(*) from delivery group by state');
  const tally = show(`select name, count from tally where name not in ('open', 'closed') and count <> 0`);
  return counted === tally ? [] : [`I26 tally ${tally}, but ${counted}`];
}

function attemptsAreFew({ database, plan }: SimWorld): readonly string[] {
  // Somebody may have raised the limit by one in between.
  const over = database.prepare('select id from delivery where attempts > ?').all(plan.maxAttempts + 1);
  return over.length === 0 ? [] : ['I30 more attempts than allowed'];
}

const SEALED = ['payload', 'case_key'];
const IDENTITY = /zukrafil|wexanto|0800-?0000-?1\d{3}/i;

/** No name, address or number of a citizen outside the sealed payloads (I21). */
function namesNobody({ database }: SimWorld): readonly string[] {
  const tables = database.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all() as string[];
  return tables
    .filter((name) => !SEALED.includes(name))
    .filter((name) => IDENTITY.test(JSON.stringify(database.prepare(`select * from ${name}`).raw().all())))
    .map((name) => `I21 a citizen is named in ${name}`);
}
