import type { SeenRequest } from './watched-network.ts';

/** How the bridge caught up with a side that was away: from its first answer to the last change. */
export interface CatchUp {
  readonly changes: number;
  /** From the end of the outage to the first answer, ms. */
  readonly noticedMs: number;
  readonly tookMs: number;
  /** Requests, as a share of those allowed. */
  readonly used: number;
  /** Requests that repeat one that failed, as a share of all. */
  readonly repeated: number;
  /** The same of outage and catch-up, in the worst ten minutes: how many more than a fifth of all. */
  readonly beyondFifth: number;
  /** The furthest that a change went before an older one, in places. */
  readonly outOfPlace: number;
}

export interface Circumstances {
  readonly perMinute: number;
  /** Simulated ms. */
  readonly backAt: number;
  readonly endedAt: number;
  /** Changes in the order in which they came to be owed. */
  readonly owed: readonly string[];
  /** The same in the order in which they arrived. */
  readonly arrived: readonly string[];
}

const TEN_MINUTES_MS = 600_000;

export function measureCatchUp(requests: readonly SeenRequest[], around: Circumstances): CatchUp {
  const { perMinute, backAt, endedAt, owed, arrived } = around;
  const first = requests.find(({ at, isAnswered }) => at >= backAt && isAnswered)?.at ?? Number.POSITIVE_INFINITY;
  const tookMs = endedAt - first;
  const within = requests.filter(({ at }) => at >= first && at <= endedAt);
  return {
    changes: arrived.length,
    noticedMs: first - backAt,
    tookMs,
    used: within.length / ((tookMs / 60_000) * perMinute),
    repeated: within.filter(({ isRepeated }) => isRepeated).length / within.length,
    beyondFifth: mostBeyondFifth(requests),
    outOfPlace: furthestBefore(owed, arrived),
  };
}

/** Over all spans of ten minutes that end with a request: a span that ends elsewhere holds no more repetitions. */
function mostBeyondFifth(requests: readonly SeenRequest[]): number {
  let [most, repeated, from] = [0, 0, 0];
  for (const [index, { at, isRepeated }] of requests.entries()) {
    if (isRepeated) repeated += 1;
    for (
      let oldest = requests[from];
      oldest !== undefined && oldest.at <= at - TEN_MINUTES_MS;
      oldest = requests[from]
    ) {
      if (oldest.isRepeated) repeated -= 1;
      from += 1;
    }
    most = Math.max(most, repeated - (index + 1 - from) / 5);
  }
  return most;
}

function furthestBefore(owed: readonly string[], arrived: readonly string[]): number {
  const places = new Map(owed.map((change, place) => [change, place]));
  return arrived.reduce((most, change, place) => Math.max(most, (places.get(change) ?? Infinity) - place), 0);
}
