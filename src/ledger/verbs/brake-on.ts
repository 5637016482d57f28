import type { AlarmKind } from '../alarm.ts';
import { BRAKE_STOPS, type Brake, type BrakeKind, countChanges, NO_BRAKE, releasedBrake } from '../brake.ts';
import type { Side } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { one, run } from '../verb.ts';
import { raiseAlarm, standingAlarms } from './alarms.ts';
import { readTally } from './overview.ts';

/**
 * Counts changes that are about to be recorded: true where there are too many of a kind, which raises its alarm and counts
 * nothing. Any at all are too many as long as that stands.
 */
export function* brakeOn(seen: Readonly<Partial<Record<BrakeKind, number>>>, at: number): Verb<boolean> {
  const changes = (Object.entries(seen) as [BrakeKind, number][]).filter(([, count]) => count !== 0);
  if (changes.length === 0) return false;
  const standing = new Set<AlarmKind>((yield* standingAlarms()).map(({ kind }) => kind));
  const { open } = yield* readTally();
  const counted: [BrakeKind, Brake][] = [];
  let isOn = false;
  for (const [kind, count] of changes) {
    const { brake, trips } = countChanges(yield* readBrake(kind), count, { now: at, open });
    if (standing.has(kind)) isOn = true;
    else if (trips) {
      isOn = true;
      yield* raiseAlarm({ kind, caseId: null, detail: String(brake.count), at });
    } else counted.push([kind, brake]);
  }
  if (!isOn) for (const [kind, brake] of counted) yield* writeBrake(kind, brake);
  return isOn;
}

/** Lets such changes pass for a day: a person has confirmed. */
export function* releaseBrake(kind: BrakeKind, at: number): Verb<void> {
  yield* writeBrake(kind, releasedBrake(at));
}

/** The sides that nothing may be written to until a person has confirmed. */
export function* stoppedSides(): Verb<ReadonlySet<Side>> {
  const stops: Readonly<Partial<Record<AlarmKind, readonly Side[]>>> = BRAKE_STOPS;
  return new Set((yield* standingAlarms()).flatMap(({ kind }) => stops[kind] ?? []));
}

function* readBrake(kind: BrakeKind): Verb<Brake> {
  const row = yield* one<Brake>('select since, count, open_until as "openUntil" from brake where kind = :kind', {
    kind,
  });
  return row ?? NO_BRAKE;
}

function* writeBrake(kind: BrakeKind, brake: Brake): Verb<void> {
  yield* run(
    `insert into brake (kind, since, count, open_until) values (:kind, :since, :count, :openUntil)
     on conflict (kind) do update set since = excluded.since, count = excluded.count, open_until = excluded.open_until`,
    { kind, ...brake },
  );
}
