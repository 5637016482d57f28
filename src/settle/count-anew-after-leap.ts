import type { Clock } from '../clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LeapWatch } from './create-leap-watch.ts';

export interface LeapDeps {
  readonly ledger: Pick<Ledger, 'countDoubtsAnew'>;
  readonly clock: Clock;
  readonly leaps: LeapWatch;
  /** `policy.onUnknownOutcome: resend`. */
  readonly resends: boolean;
}

/** After a leap of the clock nothing in doubt is as old as it seems: each is counted from now on. True where there was one. */
export async function countAnewAfterLeap({ ledger, clock, leaps, resends }: LeapDeps): Promise<boolean> {
  if (!leaps.leapt()) return false;
  await ledger.countDoubtsAnew(clock.now(), resends);
  return true;
}
