export const BRIDGE_STATUSES = [
  'received',
  'verified',
  'in-progress',
  'waiting-reporter',
  'closed',
  'archived',
  'rejected',
] as const;

export type BridgeStatus = (typeof BRIDGE_STATUSES)[number];
