import type { Read } from '../../http/outcome.ts';
import { readFailed } from '../rest/read-failed.ts';
import type { ReadSpan } from './create-window-reader.ts';
import type { RequestRow } from './open311-wire.ts';

const DAY_MS = 86_400_000;
/** No server of this kind is older. */
const OLDEST_MS = Date.UTC(2010, 0, 1);

/**
 * Finds the requests that carry a reference of ours: all of them are read once, and afterwards what came since. A request that
 * is made gets the time of the server, which is never days behind.
 */
export function createMade(readRequests: ReadSpan<RequestRow>, now: () => number) {
  const marks = new Map<string, Set<string>>();
  const unreadable = new Map<string, string>();
  let knownTo: number | null = null;

  return async (mark: string, stop: AbortSignal): Promise<Read<readonly string[]>> => {
    const to = now() + DAY_MS;
    const read = await readRequests({ from: knownTo === null ? OLDEST_MS : knownTo - 3 * DAY_MS, to }, stop);
    if (!read.ok) return read;
    for (const row of read.value.rejected) if (row.mark !== null) unreadable.set(row.key, row.mark);
    for (const [id, { externalRef }] of read.value.rows) {
      unreadable.delete(id);
      if (externalRef !== null) marks.set(externalRef, (marks.get(externalRef) ?? new Set()).add(id));
    }
    knownTo = to;
    // It is the very report that is looked for.
    if ([...unreadable.values()].includes(mark)) return readFailed('malformed', 'bad-row');
    return { ok: true, value: [...(marks.get(mark) ?? [])] };
  };
}
