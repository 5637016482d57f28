import type { Read, ReadFailure } from '../../http/outcome.ts';
import type { ReadSpan, Span } from './create-window-reader.ts';
import type { RejectedPart } from './open311-rows.ts';
import type { UpdateRow } from './open311-wire.ts';

/** What is known of the updates of all requests. */
export interface KnownUpdates {
  /** Those of one request; `null`: the server shows no updates at all. */
  readonly of: (requestId: string) => readonly UpdateRow[] | null;
  /** Requests that have an update changed at or after a moment. */
  readonly since: (ms: number) => readonly string[];
  /** Updates that could not be read, by request. */
  readonly rejected: ReadonlyMap<string, RejectedPart>;
}

export interface Updates {
  /** Makes sure that everything from a moment on is known, as it is now. */
  know(fromMs: number, stop: AbortSignal): Promise<Read<KnownUpdates>>;
  /** Whoever asks next reads everything anew: what was changed or taken away later is seen by that alone. */
  forget(): void;
}

const DAY_MS = 86_400_000;

/**
 * The updates of all requests, kept in memory, because a server shows them by time alone and not by request. The newest days
 * are read anew each time: an update may come with a date of some hours ago. One who asks waits for the one before, so that
 * nobody takes half of it for the whole.
 */
export function createUpdates(readSpan: ReadSpan<UpdateRow>, now: () => number): Updates {
  const rows = new Map<string, UpdateRow>();
  const rejected = new Map<string, RejectedPart>();
  let known: Span | null = null;
  let isShown = true;
  let isForgotten = false;
  let last: Promise<unknown> = Promise.resolve();

  async function add(span: Span, stop: AbortSignal): Promise<ReadFailure | null> {
    const read = await readSpan(span, stop);
    if (!read.ok) return read.failure;
    for (const row of read.value.rejected) rejected.set(row.key, row);
    for (const [id, row] of read.value.rows) {
      rows.set(id, row);
      rejected.delete(id);
    }
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

  async function know(fromMs: number, stop: AbortSignal): Promise<Read<KnownUpdates>> {
    if (isForgotten) {
      rows.clear();
      rejected.clear();
      known = null;
      isForgotten = false;
    }
    const failure = isShown ? await extend(fromMs, stop) : null;
    // A server without the extension answers 404.
    if (failure?.kind === 'not-found') isShown = false;
    else if (failure !== null) return { ok: false, failure };
    return { ok: true, value: view([...rows.values()], { isShown, rejected: [...rejected.values()] }) };
  }

  return {
    know(fromMs, stop) {
      const mine = last.then(() => know(fromMs, stop));
      last = mine.catch(() => undefined);
      return mine;
    },
    forget() {
      isForgotten = true;
    },
  };
}

function view(
  all: readonly UpdateRow[],
  { isShown, rejected }: { readonly isShown: boolean; readonly rejected: readonly RejectedPart[] },
): KnownUpdates {
  const byRequest = new Map<string, UpdateRow[]>();
  for (const row of all) {
    const others = byRequest.get(row.requestId);
    if (others === undefined) byRequest.set(row.requestId, [row]);
    else others.push(row);
  }
  return {
    of: (requestId) => (isShown ? (byRequest.get(requestId) ?? []) : null),
    since: (ms) => [...new Set(all.filter(({ at }) => at >= ms).map(({ requestId }) => requestId))],
    rejected: new Map(rejected.map((row) => [row.requestId ?? row.key, row])),
  };
}
