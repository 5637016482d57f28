import type { Alarm, AlarmKind } from '../alarm.ts';
import type { Verb } from '../verb.ts';
import { all, one, run } from '../verb.ts';
import { appendHistory } from './append-history.ts';

/** Raises an alarm once: true where it was not standing already. */
export function* raiseAlarm(alarm: {
  readonly kind: AlarmKind;
  readonly caseId: number | null;
  readonly detail: string | null;
  readonly at: number;
}): Verb<boolean> {
  const key = [alarm.kind, alarm.caseId ?? '-', alarm.detail ?? '-'].join(':');
  const standing = yield* one<{ clearedAt: number | null }>(
    'select cleared_at as "clearedAt" from alarm where key = :key',
    { key },
  );
  if (standing !== undefined && standing.clearedAt === null) return false;
  yield* run(
    `insert into alarm (key, kind, case_id, detail, raised_at) values (:key, :kind, :caseId, :detail, :at)
     on conflict (key) do update set raised_at = excluded.raised_at, cleared_at = null`,
    { ...alarm, key },
  );
  yield* appendHistory({
    at: alarm.at,
    caseId: alarm.caseId,
    deliveryId: null,
    event: 'alarm-raised',
    actor: 'bridge',
    data: { kind: alarm.kind, detail: alarm.detail },
  });
  return true;
}

/** Clears every standing alarm of a kind (of one case, where given). */
export function* clearAlarms(where: {
  readonly kind: AlarmKind;
  readonly caseId?: number;
  readonly at: number;
}): Verb<void> {
  const caseId = where.caseId ?? null;
  const standing = yield* all<{ key: string; caseId: number | null }>(
    `select key, case_id as "caseId" from alarm
     where kind = :kind and cleared_at is null and (:caseId is null or case_id = :caseId)`,
    { kind: where.kind, caseId },
  );
  for (const alarm of standing) {
    yield* run('update alarm set cleared_at = :at where key = :key', { at: where.at, key: alarm.key });
    yield* appendHistory({
      at: where.at,
      caseId: alarm.caseId,
      deliveryId: null,
      event: 'alarm-cleared',
      actor: 'bridge',
      data: { kind: where.kind },
    });
  }
}

export function* standingAlarms(): Verb<readonly Alarm[]> {
  return yield* all<Alarm>(
    `select key, kind, case_id as "caseId", detail, raised_at as "raisedAt" from alarm
     where cleared_at is null order by raised_at, key`,
  );
}
