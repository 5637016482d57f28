import type { Verb } from '../verb.ts';
import { appendHistory } from './append-history.ts';
import { findCaseByAnyId } from './find-case.ts';

/** Who decided something, and why, in his own words; without identity numbers. */
export interface Said {
  readonly by: string;
  readonly why: string;
}

/** What a person did: its name, of which report (by any of its ids; `null`: of none), and when. */
export interface Deed {
  readonly act: string;
  readonly id: string | null;
  readonly at: number;
}

/** Does what a person decided and notes his word with it, in one transaction; nothing is noted of what was refused. */
export function* withWord<T>(verb: () => Verb<T>, { act, id, at }: Deed, said: Said | null): Verb<T> {
  const done = yield* verb();
  if (said === null || isRefused(done)) return done;
  const owner = id === null ? null : yield* findCaseByAnyId(id);
  const data = { act, by: said.by, why: said.why };
  yield* appendHistory({ at, caseId: owner?.id ?? null, deliveryId: null, event: 'decided', actor: 'operator', data });
  return done;
}

function isRefused(done: unknown): boolean {
  return typeof done === 'object' && done !== null && 'ok' in done && done.ok === false;
}
