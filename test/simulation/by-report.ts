import type { Stuck } from '../../src/ledger/verbs/overview.ts';

/** What is stuck, by the local id of its report. */
export function byReport(stuck: readonly Stuck[]): ReadonlyMap<string, readonly Stuck[]> {
  const groups = new Map<string, Stuck[]>();
  for (const one of stuck) {
    if (one.localId !== null) groups.set(one.localId, [...(groups.get(one.localId) ?? []), one]);
  }
  return groups;
}
