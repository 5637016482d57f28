import type { BridgeStatus } from '../report/status.ts';
import { STATUS_RANK } from '../report/status-rank.ts';
import { foldName } from './fold-name.ts';

/**
 * How far a report has come by the status that the local application gives it: the rank of every bridge status that is
 * called so there. Empty for a name that is not in the map: it says nothing.
 */
export function localRanks(
  localStatus: string | null,
  names: Readonly<Record<BridgeStatus, string>>,
): readonly number[] {
  const folded = foldName(localStatus ?? '');
  return Object.entries(names)
    .filter(([, name]) => name !== 'ignore' && foldName(name) === folded)
    .map(([status]) => STATUS_RANK[status as BridgeStatus]);
}
