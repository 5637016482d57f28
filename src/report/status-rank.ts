import type { BridgeStatus } from './status.ts';

/** How far a report has come; what ends it outranks what goes on. */
export const STATUS_RANK = {
  received: 0,
  verified: 1,
  'in-progress': 2,
  'waiting-reporter': 2,
  closed: 3,
  archived: 3,
  rejected: 3,
} as const satisfies Record<BridgeStatus, number>;

/** The rank of whatever ends a report. */
export const END_RANK = 3;
