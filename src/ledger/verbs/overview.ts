import type { Alarm } from '../alarm.ts';
import type { DeliveryKind, DeliveryReason, DeliveryState, Side } from '../delivery.ts';
import { DELIVERY_STATES } from '../delivery.ts';
import type { TwinPair } from '../twin.ts';
import type { Verb } from '../verb.ts';
import { all, one, only } from '../verb.ts';
import { standingAlarms } from './alarms.ts';
import type { HistoryEvent } from './append-history.ts';
import type { Quarantined } from './quarantine.ts';
import { quarantined } from './quarantine.ts';
import { readTwins } from './read-twins.ts';

export type DeliveryCounts = Readonly<Record<DeliveryState, number>>;

export interface Tally {
  readonly deliveries: DeliveryCounts;
  readonly open: number;
  readonly closed: number;
}

/** One delivery that is not on its way: in doubt, parked or held. */
export interface Stuck {
  readonly deliveryId: number;
  readonly localId: string | null;
  readonly nationalId: string | null;
  readonly side: Side;
  readonly kind: DeliveryKind;
  readonly key: string;
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly endedAt: number | null;
  readonly createdAt: number;
  readonly attempts: number;
  /** The report is secret. */
  readonly secret: boolean;
}

/** Whose alarm it is; nobody's where it is of the whole bridge. */
interface AlarmCase {
  readonly localId: string | null;
  readonly nationalId: string | null;
  readonly secret: boolean;
}

/** Everything that may want a person. */
export interface Attention {
  readonly stuck: readonly Stuck[];
  readonly alarms: readonly (Alarm & AlarmCase)[];
  readonly quarantined: readonly Quarantined[];
  /** Pairs that may be one report. */
  readonly twins: readonly TwinPair[];
}

export function* readTally(): Verb<Tally> {
  const rows = yield* all<{ name: string; count: number }>('select name, count from tally');
  const byName = new Map(rows.map((row) => [row.name, row.count]));
  const countOf = (name: string) => Number(byName.get(name));
  return {
    deliveries: Object.fromEntries(DELIVERY_STATES.map((state) => [state, countOf(state)])) as DeliveryCounts,
    open: countOf('open'),
    closed: countOf('closed'),
  };
}

/**
 * What is stuck, oldest first. Not listed is what is held by rule: reports older than `policy.since`, and what its author
 * took back or its application deleted, and what waits for the next number; that goes on by itself.
 */
export function* readAttention(): Verb<Attention> {
  const rows = yield* all<Omit<Stuck, 'secret'> & { readonly secret: number }>(
    `select d.id as "deliveryId", c.local_id as "localId", c.national_id as "nationalId", d.side, d.kind, d.key, d.state,
       d.reason, d.ended_at as "endedAt", d.created_at as "createdAt", d.attempts, c.secret
     from delivery d join cases c on c.id = d.case_id
     where d.side in ('local', 'national') and d.state in ('doubt', 'parked', 'held') and d.state <> 'done'
       and coalesce(d.reason, '') not in ('before-since', 'withdrawn', 'deleted', 'twin')
       and not (d.state = 'held' and coalesce(d.reason, '') = 'unlinked')
     order by d.id`,
  );
  const stuck = rows.map((row) => ({ ...row, secret: row.secret === 1 }));
  const alarms: (Alarm & AlarmCase)[] = [];
  for (const alarm of yield* standingAlarms()) {
    const of = yield* one<{ localId: string | null; nationalId: string | null; secret: number }>(
      'select local_id as "localId", national_id as "nationalId", secret from cases where id = :caseId',
      { caseId: alarm.caseId },
    );
    alarms.push({
      ...alarm,
      localId: of?.localId ?? null,
      nationalId: of?.nationalId ?? null,
      secret: of?.secret === 1,
    });
  }
  const twins = (yield* readTwins()).filter(({ state }) => state === 'proposed');
  return { stuck, alarms, quarantined: yield* quarantined(), twins };
}

/** When the oldest open case was seen first; `null` where none is open. */
export function* oldestOpenAt(): Verb<number | null> {
  const row = yield* only<{ at: number | null }>('select min(first_seen_at) as at from cases where closed_at is null');
  return row.at;
}

/** Number of open cases whose step is overdue. */
export function* countLate(now: number): Verb<number> {
  const row = yield* only<{ count: number }>(
    'select count(*) as count from cases where closed_at is null and due_at is not null and due_at < :now',
    { now },
  );
  return row.count;
}

export interface HistoryLine {
  readonly seq: number;
  readonly at: number;
  readonly deliveryId: number | null;
  readonly event: HistoryEvent;
  readonly actor: string;
  readonly data: string;
  readonly hash: string;
}

export function* historyOf(caseId: number): Verb<readonly HistoryLine[]> {
  return yield* all<HistoryLine>(
    'select seq, at, delivery_id as "deliveryId", event, actor, data, hash from history where case_id = :caseId order by seq',
    { caseId },
  );
}

/** Hash of the newest entry: whoever holds it elsewhere can prove a rollback. */
export function* historyHead(): Verb<{ readonly seq: number; readonly hash: string } | null> {
  return (yield* one<{ seq: number; hash: string }>('select seq, hash from history order by seq desc limit 1')) ?? null;
}

export function* readCursor(stream: Side): Verb<number | null> {
  const row = yield* one<{ position: number }>('select position from cursor where stream = :stream', { stream });
  return row?.position ?? null;
}

export function* sendingIds(): Verb<readonly number[]> {
  const rows = yield* all<{ id: number }>(
    `select id from delivery where state = 'sending' and state <> 'done' order by id`,
  );
  return rows.map((row) => row.id);
}
