import type { BridgeStatus } from '../report/status.ts';
import { foldName } from './fold-name.ts';
import type { Config } from './to-config.ts';

/** The bridge's word for one of LAPOR!'s status names; `null` for a name that is not in the map. */
export function findBridgeStatus(statuses: Config['maps']['statuses'], nationalName: string): BridgeStatus | null {
  return statuses.national[foldName(nationalName)] ?? null;
}
