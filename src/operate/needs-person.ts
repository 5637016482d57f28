import type { Stuck } from '../ledger/verbs/overview.ts';

/** Whether the bridge does not get further with it by itself, and somebody is to be asked. */
export function needsPerson(stuck: Pick<Stuck, 'side' | 'state' | 'reason'>, readOnly: boolean): boolean {
  const { state, reason } = stuck;
  if (readOnly && isUnwritten(stuck)) return false;
  return state === 'parked' || (state === 'held' && reason !== 'operator');
}

/** Owed to the city, and never tried: its form or its account takes no such thing. */
function isUnwritten({ side, state, reason }: Pick<Stuck, 'side' | 'state' | 'reason'>): boolean {
  return side === 'local' && state === 'parked' && (reason === 'unsupported' || reason === 'read-only');
}
