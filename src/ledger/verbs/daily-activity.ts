import type { Verb } from '../verb.ts';
import { type Activity, activity } from './activity.ts';

/** What happened between each of these moments (epoch ms, in order) and the next. */
export function* dailyActivity(starts: readonly number[]): Verb<readonly Activity[]> {
  const days: Activity[] = [];
  for (const [at, fromMs] of starts.slice(0, -1).entries()) {
    days.push(yield* activity({ fromMs, untilMs: starts[at + 1] ?? fromMs }));
  }
  return days;
}
