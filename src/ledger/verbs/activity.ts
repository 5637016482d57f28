import type { DeliveryKind } from '../delivery.ts';
import type { Verb } from '../verb.ts';
import { all, only } from '../verb.ts';

/** What happened in a span of time: reports seen first, by where they were filed, and what arrived, by kind. */
export interface Activity {
  readonly local: number;
  readonly national: number;
  readonly closed: number;
  readonly done: Readonly<Partial<Record<DeliveryKind, number>>>;
}

/** Counts what happened from `fromMs` until before `untilMs`, epoch ms. */
export function* activity(span: { readonly fromMs: number; readonly untilMs: number }): Verb<Activity> {
  const came = yield* only<{ local: number | null; national: number | null }>(
    `select sum(route <> 'national') as local, sum(route = 'national') as national from cases
     where first_seen_at >= :fromMs and first_seen_at < :untilMs`,
    { ...span },
  );
  const { closed } = yield* only<{ closed: number }>(
    'select count(*) as closed from cases where closed_at >= :fromMs and closed_at < :untilMs',
    { ...span },
  );
  const done = yield* all<{ kind: DeliveryKind; count: number }>(
    `select kind, count(*) as count from delivery
     where state = 'done' and ended_at >= :fromMs and ended_at < :untilMs group by kind`,
    { ...span },
  );
  return {
    local: came.local ?? 0,
    national: came.national ?? 0,
    closed,
    done: Object.fromEntries(done.map(({ kind, count }) => [kind, count])),
  };
}
