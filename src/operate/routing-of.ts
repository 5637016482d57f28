import type { Route, RouteStep, RouteSubject } from '../config/route-report.ts';
import { routeSteps } from '../config/route-report.ts';
import type { Config } from '../config/to-config.ts';

/** What is done with a report that goes there: filed at it, or filed at the city and passed on (E4, then E5). */
export type RouteAction = 'file' | 'file-then-pass-on';

/** How a report is routed, as `route --json` prints it. */
export interface Routing {
  readonly institution: { readonly id: string; readonly line: string | null; readonly ours: boolean };
  readonly by: Route['by'];
  readonly rule: number | null;
  readonly action: RouteAction;
  /** Everything that was asked, in order, up to the one that held. */
  readonly asked: readonly RouteStep[];
  /** What comes after it. */
  readonly notAsked: readonly RouteStep[];
}

/** Routes a subject and keeps the way there. */
export function routingOf({ maps, policy }: Pick<Config, 'maps' | 'policy'>, subject: RouteSubject): Routing {
  const steps = routeSteps(maps.institutions, subject);
  const first = steps.findIndex(({ unmet }) => unmet === null);
  const { target, by, rule } = steps[first] as Route;
  return {
    institution: { id: String(target.id), line: target.name, ours: target.ours },
    by,
    rule,
    action: target.ours || policy.foreign === 'disposition' ? 'file' : 'file-then-pass-on',
    asked: steps.slice(0, first + 1),
    notAsked: steps.slice(first + 1),
  };
}
