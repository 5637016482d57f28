import { findBridgeStatus } from '../config/find-bridge-status.ts';
import type { Config } from '../config/to-config.ts';
import type { NationalDetail } from '../national/national-system.ts';

/** Moves when LAPOR! says something new, and when the status map gives its words another meaning. */
export function nationalFingerprint(detail: NationalDetail, statuses: Config['maps']['statuses']): string {
  const meaning = detail.statusName === null ? null : findBridgeStatus(statuses, detail.statusName);
  return `${detail.fingerprint}:${meaning ?? '-'}`;
}
