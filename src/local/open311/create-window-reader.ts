import type { Read } from '../../http/outcome.ts';
import { readFailed } from '../rest/read-failed.ts';
import type { Open311Rows } from './open311-rows.ts';

/** A span of time, epoch milliseconds, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

interface Asked extends Span {
  /** From 2; `null`: the answer that a server gives unasked. */
  readonly page: number | null;
}

/** One request for a span. */
export type AskSpan<Row> = (asked: Asked, stop: AbortSignal) => Promise<Read<Open311Rows<Row>>>;

/** Reads every row of a span, however long. */
export type ReadSpan<Row> = (span: Span, stop: AbortSignal) => Promise<Read<Open311Rows<Row>>>;

interface Scan<Row> {
  readonly ask: (asked: Asked) => Promise<Read<Open311Rows<Row>>>;
  /** What is known of the server. `longest`: no answer with fewer rows than this was ever cut. */
  readonly server: { longest: number; knowsPages: boolean };
}

/** The longest span that GeoReport v2 allows. */
const LONGEST_MS = 90 * 86_400_000;
/** No server cuts its answers to fewer rows. */
const SMALL = 10;
const SHORTEST_MS = 2_000;
const PAGES_MAX = 1_000;

/**
 * Reads spans to an end that is proven. A server may cut an answer (the specification says at 1000 rows, others at 50) without
 * saying so, and not every one knows pages: some pass over the question, others refuse it. An answer shorter than one that
 * was seen whole is whole. Any other is read page by page, or else in halves, until each half is shorter than the whole was.
 */
export function createWindowReader<Row>(ask: AskSpan<Row>): ReadSpan<Row> {
  const server = { longest: SMALL, knowsPages: true };
  return async (span, stop) => {
    const scan: Scan<Row> = { ask: (asked) => ask(asked, stop), server };
    const parts: Open311Rows<Row>[] = [];
    for (let from = span.from; from <= span.to; from += LONGEST_MS) {
      const read = await readWindow({ from, to: Math.min(span.to, from + LONGEST_MS) }, scan);
      if (!read.ok) return read;
      parts.push(read.value);
    }
    return { ok: true, value: join(parts) };
  };
}

async function readWindow<Row>(span: Span, scan: Scan<Row>): Promise<Read<Open311Rows<Row>>> {
  const read = await scan.ask({ ...span, page: null });
  if (!read.ok || read.value.count < scan.server.longest) return read;
  const paged = scan.server.knowsPages ? await readPages(span, read.value, scan) : null;
  return paged ?? (await readHalves(span, read.value, scan));
}

/** `null`: the server knows no pages. */
async function readPages<Row>(
  span: Span,
  first: Open311Rows<Row>,
  { ask, server }: Scan<Row>,
): Promise<Read<Open311Rows<Row>> | null> {
  let all = first;
  for (let page = 2; page <= PAGES_MAX; page += 1) {
    const read = await ask({ ...span, page });
    const isUnknown = !read.ok && page === 2 && ['refused', 'not-found'].includes(read.failure.kind);
    if (isUnknown) break;
    if (!read.ok) return read;
    const joined = join([all, read.value]);
    const isRepeated = read.value.count > 0 && joined.count === all.count;
    // The same rows again: on the second page the question was passed over, later the pages never end.
    if (isRepeated && page > 2) return readFailed('malformed', 'endless');
    if (isRepeated) break;
    all = joined;
    if (read.value.count < first.count) {
      server.longest = Math.max(server.longest, first.count);
      return { ok: true, value: all };
    }
  }
  server.knowsPages = false;
  return null;
}

async function readHalves<Row>(span: Span, whole: Open311Rows<Row>, scan: Scan<Row>): Promise<Read<Open311Rows<Row>>> {
  if (span.to - span.from < SHORTEST_MS) return readFailed('malformed', 'endless');
  const middle = Math.floor((span.from + span.to) / 2);
  const parts = [whole];
  for (const half of [
    { from: span.from, to: middle },
    { from: middle, to: span.to },
  ]) {
    const read = await scan.ask({ ...half, page: null });
    if (!read.ok) return read;
    // One as long as the whole may be cut as well.
    const proven = read.value.count < whole.count ? read : await readHalves(half, read.value, scan);
    if (!proven.ok) return proven;
    parts.push(proven.value);
  }
  // If answers are cut at all, then not below this length.
  scan.server.longest = Math.max(scan.server.longest, whole.count);
  return { ok: true, value: join(parts) };
}

/** Several answers as one; a row that came twice counts once. */
function join<Row>(parts: readonly Open311Rows<Row>[]): Open311Rows<Row> {
  const rows = new Map(parts.flatMap((part) => [...part.rows]));
  const rejected = new Map(parts.flatMap((part) => part.rejected.map((row) => [row.key, row] as const)));
  return { rows, rejected: [...rejected.values()], count: rows.size + rejected.size };
}
