import type { AlarmKind } from './alarm.ts';
import type { Side } from './delivery.ts';

/** Changes that one person rarely makes to many reports at once: more than usual of them is rather a fault of a system. */
export type BrakeKind = 'mass-closing' | 'mass-privacy' | 'mass-deletion' | 'mass-repair';

/** How many such changes were seen lately. Times are epoch milliseconds. */
export interface Brake {
  readonly since: number;
  readonly count: number;
  /** A person has confirmed: until then such changes pass uncounted. */
  readonly openUntil: number;
}

/** What stands still while one of these alarms is not confirmed: everything that would be written to these sides. */
export const BRAKE_STOPS = {
  /** A status is told to citizens. */
  'mass-closing': ['local'],
  /** What is not recorded yet could weaken a flag, or file what its author took back. */
  'mass-privacy': ['national'],
  'mass-deletion': ['national'],
  /** Only what a repair would owe. */
  'mass-repair': [],
  /** An application that lost its reports has lost their photos too, and nothing can be written to them. */
  'empty-list': ['local', 'national'],
} as const satisfies Partial<Record<AlarmKind, readonly Side[]>> & Record<BrakeKind, readonly Side[]>;

const FEWEST = 20;
const SHARE = 0.05;
const WINDOW_MS = 3_600_000;
const OPEN_MS = 86_400_000;

export const NO_BRAKE: Brake = { since: 0, count: 0, openUntil: 0 };

/**
 * Counts changes just seen. `trips` where they are, with those of the last hour, more than twenty and more than one in
 * twenty of the `open` cases.
 */
export function countChanges(
  brake: Brake,
  seen: number,
  { now, open }: { readonly now: number; readonly open: number },
): { readonly brake: Brake; readonly trips: boolean } {
  const leftOpenMs = brake.openUntil - now;
  if (seen === 0 || (leftOpenMs > 0 && leftOpenMs <= OPEN_MS)) return { brake, trips: false };
  const age = now - brake.since;
  const isCurrent = age >= 0 && age < WINDOW_MS;
  const count = (isCurrent ? brake.count : 0) + seen;
  return {
    brake: { since: isCurrent ? brake.since : now, count, openUntil: 0 },
    trips: count > Math.max(FEWEST, open * SHARE),
  };
}

/** After a person confirmed: such changes pass for a day. */
export function releasedBrake(now: number): Brake {
  return { since: now, count: 0, openUntil: now + OPEN_MS };
}
