import { nextStroke } from '../../config/next-stroke.ts';
import { type Schedule, strokes } from '../../config/strokes.ts';
import type { Config } from '../../config/to-config.ts';
import { say } from '../say.ts';
import type { DoctorFinding } from './doctor-finding.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Deadlines are counted in working days; an hour loses none of them. */
const GAP_MAX_MS = HOUR_MS;
/** A comparison that comes less often finds late what was missed; of the digest nobody needs two in a week. */
const RARE_MS = 7 * DAY_MS;

/** Whether the schedule lets the bridge do its work: what waits for a stroke that does not come waits unseen. */
export function checkSchedule(
  config: Pick<Config, 'locale' | 'timezone' | 'schedule'>,
  now: number,
): readonly DoctorFinding[] {
  const { locale, timezone, schedule } = config;
  const tell = (name: 'intake' | 'reconcile' | 'digest', hours: number): DoctorFinding => ({
    check: 'schedule',
    severity: 'warning',
    meaning: say(locale, `doctor.schedule.${name}`, { hours: Math.round(hours * 10) / 10 }),
    repair: say(locale, 'doctor.schedule.repair', { name }),
  });
  const gapMs = longestGap({ expression: schedule.intake, timezone }, now);
  const rare = (['reconcile', 'digest'] as const)
    .map((name) => ({ name, inMs: nextStroke({ expression: schedule[name], timezone }, now) - now }))
    .filter(({ inMs }) => inMs > RARE_MS);
  return [
    ...(gapMs > GAP_MAX_MS ? [tell('intake', gapMs / HOUR_MS)] : []),
    ...rare.map(({ name, inMs }) => tell(name, inMs / HOUR_MS)),
  ];
}

/** Longest time without a stroke in the day to come, ms. */
function longestGap(schedule: Schedule, now: number): number {
  const all = [now, ...strokes(schedule, now, now + DAY_MS), now + DAY_MS];
  return Math.max(...all.slice(1).map((at, index) => at - (all[index] ?? at)));
}
