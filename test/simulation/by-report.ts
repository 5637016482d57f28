import type { Stuck } from '../../src/ledger/verbs/overview.ts';

/** What is stuck, by the local id of its report, or by its number where it was born at LAPOR! and is not here yet. */
export function byReport(stuck: readonly Stuck[]): ReadonlyMap<string, readonly Stuck[]> {
  const groups = new Map<string, Stuck[]>();
  for (const one of stuck) {
    const id = one.localId ?? one.nationalId;
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return groups;
}
