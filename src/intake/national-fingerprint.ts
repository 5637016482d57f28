import { findBridgeStatus } from '../config/find-bridge-status.ts';
import { isReturnedStatus } from '../config/is-returned-status.ts';
import type { Config } from '../config/to-config.ts';
import type { NationalDetail } from '../national/national-system.ts';

/** Moves when LAPOR! says something new, and when the status map gives its words another meaning. */
export function nationalFingerprint(detail: NationalDetail, statuses: Config['maps']['statuses']): string {
  return `${detail.fingerprint}:${meaningOf(detail.statusName, statuses) ?? '-'}`;
}

function meaningOf(name: string | null, statuses: Config['maps']['statuses']): string | null {
  if (name === null) return null;
  return isReturnedStatus(statuses, name) ? 'returned' : findBridgeStatus(statuses, name);
}
