import { ALARM_ENDS, type Alarm, type AlarmKind } from '../alarm.ts';
import type { Verb } from '../verb.ts';
import { all, one, run } from '../verb.ts';
import { appendHistory } from './append-history.ts';

/** Raises an alarm once: true where it was neither standing nor confirmed already. */
export function* raiseAlarm(alarm: {
  readonly kind: AlarmKind;
  readonly caseId: number | null;
  readonly detail: string | null;
  readonly at: number;
}): Verb<boolean> {
  const key = keyOf(alarm);
  const raised = yield* one<{ key: string }>(
    `insert into alarm (key, kind, case_id, detail, raised_at) values (:key, :kind, :caseId, :detail, :at)
     on conflict (key) do nothing returning key`,
    { ...alarm, key },
  );
  if (raised === undefined) return false;
  yield* tell('alarm-raised', alarm, { at: alarm.at, actor: 'bridge' });
  return true;
}

/** Ends every alarm of these kinds, confirmed ones too: what they told of is over. */
export function* clearAlarms(kinds: readonly AlarmKind[], at: number): Verb<void> {
  const known = yield* all<Alarm>(`select ${COLUMNS} from alarm`);
  yield* endAlarms(
    known.filter(({ kind }) => kinds.includes(kind)),
    at,
  );
}

/** Ends those alarms of a case whose kind is in `kinds`, but for the ones that are being raised anew. */
export function* clearAlarmsOf(
  caseId: number,
  kinds: readonly AlarmKind[],
  { anew = [], at }: { readonly anew?: readonly Pick<Alarm, 'kind' | 'detail'>[]; readonly at: number },
): Verb<void> {
  const kept = new Set(anew.map((alarm) => keyOf({ ...alarm, caseId })));
  const known = yield* all<Alarm>(`select ${COLUMNS} from alarm where case_id = :caseId`, { caseId });
  yield* endAlarms(
    known.filter((alarm) => kinds.includes(alarm.kind) && !kept.has(alarm.key)),
    at,
  );
}

/** Ends those of a kind that are of no case and have one of these details. */
export function* clearWideAlarms(kind: AlarmKind, details: readonly string[], at: number): Verb<void> {
  const known = yield* all<Alarm>(`select ${COLUMNS} from alarm where case_id is null and kind = :kind`, { kind });
  yield* endAlarms(
    known.filter(({ detail }) => detail !== null && details.includes(detail)),
    at,
  );
}

/** An alarm of the whole bridge as it is now, or that it is over: whatever else was said of this kind ends. */
export function* raiseOnly(kind: AlarmKind, detail: string | null, at: number): Verb<void> {
  const known = yield* all<Alarm>(`select ${COLUMNS} from alarm where kind = :kind`, { kind });
  yield* endAlarms(
    known.filter((alarm) => alarm.detail !== detail || detail === null),
    at,
  );
  if (detail !== null) yield* raiseAlarm({ kind, caseId: null, detail, at });
}

function* endAlarms(alarms: readonly Alarm[], at: number): Verb<void> {
  for (const alarm of alarms) {
    yield* run('delete from alarm where key = :key', { key: alarm.key });
    yield* tell('alarm-cleared', alarm, { at, actor: 'bridge' });
  }
}

/** A person has seen these alarms. Gives their number. */
export function* confirmAlarms(alarms: readonly Alarm[], at: number): Verb<number> {
  for (const alarm of alarms) {
    if (ALARM_ENDS[alarm.kind] === 'confirmed') yield* run('delete from alarm where key = :key', { key: alarm.key });
    else yield* run('update alarm set confirmed_at = :at where key = :key', { key: alarm.key, at });
    yield* tell('alarm-confirmed', alarm, { at, actor: 'operator' });
  }
  return alarms.length;
}

/** Kinds of the alarms of a case that have not ended, confirmed ones too. */
export function* alarmKindsOf(caseId: number): Verb<readonly AlarmKind[]> {
  const rows = yield* all<{ kind: AlarmKind }>('select kind from alarm where case_id = :caseId', { caseId });
  return rows.map(({ kind }) => kind);
}

/** Those that nobody has confirmed. */
export function* standingAlarms(): Verb<readonly Alarm[]> {
  return yield* all<Alarm>(`select ${COLUMNS} from alarm where confirmed_at is null order by raised_at, key`);
}

/** So long that something must be reading it all the time, in bytes. */
const WAL_MAX_BYTES = 256 * 1024 * 1024;

/**
 * Looks at what is said by nothing that is read: a status that is in the map now, a guard that holds nothing, the length
 * of the write-ahead log after it was emptied.
 */
export function* reviewAlarms(
  at: number,
  { knowsStatus, walBytes }: { readonly knowsStatus: (name: string) => boolean; readonly walBytes: number },
): Verb<void> {
  if (walBytes > WAL_MAX_BYTES) yield* raiseAlarm({ kind: 'wal-grows', caseId: null, detail: null, at });
  else yield* clearAlarms(['wal-grows'], at);
  // Both kinds are raised with what they are about.
  const known = yield* all<Alarm & { readonly detail: string }>(
    `select ${COLUMNS} from alarm where kind in ('unknown-status', 'guard')`,
  );
  if (known.length === 0) return;
  const guarded = yield* one(
    `select 1 as held from delivery where state = 'held' and state <> 'done' and reason = 'guard' limit 1`,
  );
  yield* endAlarms(
    known.filter(({ kind, detail }) => (kind === 'guard' ? guarded === undefined : knowsStatus(detail))),
    at,
  );
}

const COLUMNS = 'key, kind, case_id as "caseId", detail, raised_at as "raisedAt"';

function keyOf({ kind, caseId, detail }: Pick<Alarm, 'kind' | 'caseId' | 'detail'>): string {
  return [kind, caseId ?? '-', detail ?? '-'].join(':');
}

function* tell(
  event: 'alarm-raised' | 'alarm-cleared' | 'alarm-confirmed',
  { kind, caseId, detail }: Pick<Alarm, 'kind' | 'caseId' | 'detail'>,
  { at, actor }: { readonly at: number; readonly actor: 'bridge' | 'operator' },
): Verb<void> {
  yield* appendHistory({ at, caseId, deliveryId: null, event, actor, data: { kind, detail } });
}
