import type { Read, ReadFailure } from '../../http/outcome.ts';
import type { ReadSpan, Span } from './create-window-reader.ts';
import type { UpdateRow } from './open311-wire.ts';
import type { RejectedPart } from './open311-rows.ts';

/** What is known of the updates of all requests. */
export interface KnownUpdates {
  /** In the order of their ids' first sight; `null`: the server shows no updates at all. */
  readonly of: (requestId: string) => readonly UpdateRow[] | null;
  /** Requests that have an update changed at or after a moment. */
  readonly since: (ms: number) => readonly string[];
  /** Updates that could not be read, by request. */
  readonly rejected: ReadonlyMap<string, RejectedPart>;
}

export interface Updates {
  /** Makes sure that everything from a moment on is known, as it is now. */
  know(fromMs: number, stop: AbortSignal): Promise<Read<KnownUpdates>>;
  /** Forgets everything: what was changed or taken away later is seen by reading it again. */
  forget(): void;
}

const DAY_MS = 86_400_000;

/**
 * The updates of all requests, kept in memory, because a server shows them by time alone and not by request. The newest day
 * is read anew each time: an update may come with a date of some hours ago.
 */
export function createUpdates(readSpan: ReadSpan<UpdateRow>, now: () => number): Updates {
  const rows = new Map<string, UpdateRow>();
  const rejected = new Map<string, RejectedPart>();
  let known: { from: number; to: number } | null = null;
  let isShown = true;

  async function add(span: Span, stop: AbortSignal): Promise<ReadFailure | null> {
    const read = await readSpan(span, stop);
    if (!read.ok) return read.failure;
    for (const [id, row] of read.value.rows) rows.set(id, row);
    for (const row of read.value.rejected) rejected.set(row.requestId ?? row.key, row);
    return null;
  }

  async function extend(fromMs: number, stop: AbortSignal): Promise<ReadFailure | null> {
    // The server's clock may be ahead.
    const end = now() + DAY_MS;
    const from = Math.min(fromMs, known?.from ?? fromMs);
    const newFrom = known === null ? from : Math.max(from, known.to - 2 * DAY_MS);
    const older = known === null || from >= known.from ? null : await add({ from, to: known.from }, stop);
    const failure = older ?? (await add({ from: newFrom, to: end }, stop));
    if (failure === null) known = { from, to: end };
    return failure;
  }

  return {
    async know(fromMs, stop) {
      const failure = isShown ? await extend(fromMs, stop) : null;
      // A server without the extension answers 404.
      if (failure?.kind === 'not-found') isShown = false;
      else if (failure !== null) return { ok: false, failure };
      const all = [...rows.values()];
      const byRequest = groupByRequest(all);
      return {
        ok: true,
        value: {
          of: (requestId) => (isShown ? (byRequest.get(requestId) ?? []) : null),
          since: (ms) => [...new Set(all.filter(({ at }) => at >= ms).map(({ requestId }) => requestId))],
          rejected,
        },
      };
    },
    forget() {
      rows.clear();
      rejected.clear();
      known = null;
    },
  };
}

function groupByRequest(rows: readonly UpdateRow[]): ReadonlyMap<string, readonly UpdateRow[]> {
  const grouped = new Map<string, UpdateRow[]>();
  for (const row of rows) grouped.set(row.requestId, [...(grouped.get(row.requestId) ?? []), row]);
  return grouped;
}
