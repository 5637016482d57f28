import { canonicalJson } from '../../report/canonical-json.ts';
import type { NationalLogEntry } from '../national-system.ts';

/**
 * Sorts by time, then id; LAPOR! guarantees no order (contract page, E6). Entries without a time come first, so that none
 * passes for the newest. What is equal in both is told apart by everything else: the same entries have one order.
 */
export function sortLog(entries: readonly NationalLogEntry[]): readonly NationalLogEntry[] {
  return entries
    .map((entry) => ({ entry, key: sortKey(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

/** Numbers padded to one width, so that texts compare as numbers do. */
function sortKey(entry: NationalLogEntry): string {
  const time = String(entry.at ?? 0).padStart(16, '0');
  const id = (entry.id ?? '').padStart(32, '0');
  return `${time} ${id} ${canonicalJson({ ...entry })}`;
}
