import type { Verb } from '../verb.ts';
import { one } from '../verb.ts';

/** When the oldest delivery that may be sent was owed; `null` where none is. Those that wait for an asked pause included. */
export function* oldestReadyAt(): Verb<number | null> {
  const row = yield* one<{ at: number | null }>(
    `select min(created_at) as at from delivery where state = 'ready' and state <> 'done'`,
  );
  return row?.at ?? null;
}
