import type { Config } from '../config/to-config.ts';
import { judgeListed } from '../national/judge-listed.ts';
import type { NationalListed } from '../national/national-system.ts';
import { toSought } from './to-sought.ts';
import type { UnsettledCreate } from './verbs/unsettled-creates.ts';

/** The reports of LAPOR! that are certainly the one that was sent, oldest first. */
export function findMatches(
  create: UnsettledCreate,
  reports: readonly NationalListed[],
  config: Config,
): readonly NationalListed[] {
  const sought = toSought(create, config);
  return reports.filter((listed) => judgeListed(listed, sought) === 'match').toSorted(byAge);
}

function byAge(a: NationalListed, b: NationalListed): number {
  return a.createdAt - b.createdAt || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
