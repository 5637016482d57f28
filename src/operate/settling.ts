import type { Alarm } from '../ledger/alarm.ts';
import { BRAKE_STOPS } from '../ledger/brake.ts';
import { leavesOpen } from '../ledger/delivery.ts';
import type { Stuck } from '../ledger/verbs/overview.ts';

/** What becomes of a delivery that is stuck: by whom, and by which word. */
export type Settling =
  | 'ledger-lost'
  | 'confirm'
  | 'release'
  | 'identity-number'
  | 'retry'
  | 'looked-up'
  | 'resolve-report'
  | 'resolve';

/** What a person can do about something that waits. */
export type SettlingAct = 'resolve' | 'retry' | 'release' | 'confirm' | 'confirm-one' | 'link' | 'not-a-twin';

/** What settles a delivery that is in doubt, parked or held. */
export function settlingOf({ state, reason, kind }: Pick<Stuck, 'state' | 'reason' | 'kind'>): Settling {
  if (state === 'held' && reason === 'ledger-lost') return 'ledger-lost';
  if (state === 'held') return reason === 'guard' ? 'confirm' : 'release';
  if (state === 'parked' && reason === 'identity-number') return 'identity-number';
  if (state === 'parked' && !leavesOpen(reason)) return 'retry';
  if (state === 'doubt' && kind !== 'create') return 'looked-up';
  return kind === 'create' ? 'resolve-report' : 'resolve';
}

export const SETTLING_ACTS = {
  'ledger-lost': ['resolve', 'release'],
  confirm: ['confirm'],
  release: ['release'],
  'identity-number': ['resolve', 'retry'],
  retry: ['retry'],
  'looked-up': [],
  'resolve-report': ['resolve'],
  resolve: ['resolve'],
} as const satisfies Record<Settling, readonly SettlingAct[]>;

/** A brake goes with all that is held; any other alarm is seen one by one, and one that is like ours is settled. */
export function actsOfAlarm({
  kind,
  caseId,
  detail,
}: Pick<Alarm, 'kind' | 'caseId' | 'detail'>): readonly SettlingAct[] {
  if (kind === 'guard' || kind in BRAKE_STOPS) return ['confirm'];
  if (kind === 'near-match') return ['resolve'];
  return caseId === null && detail === null ? [] : ['confirm-one'];
}
