import pRetry from 'p-retry';
import type { Clock } from '../clock.ts';
import type { HttpClient, HttpRequest } from './http-client.ts';
import type { Read, ReadFailure } from './outcome.ts';
import { readExchange } from './read-exchange.ts';

export interface ReadJsonOptions {
  readonly client: HttpClient;
  /** Always a GET. Each attempt waits at the gate by itself. */
  readonly request: Pick<HttpRequest, 'path' | 'query' | 'headers' | 'maxBytes' | 'stop'>;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Repetitions after the first attempt; 2 where nothing is said. */
  readonly retries?: number;
  /** As in `parseJson`: for whoever sets single rows apart. */
  readonly keepFlaws?: boolean;
}

const MIN_DELAY_MS = 200;
const MAX_DELAY_MS = 2_000;

/** What may be gone a moment later. A certificate, a stop and a side that said when to come back are not among it. */
const PASSING: ReadonlySet<string> = new Set([
  'refused',
  'unreachable',
  'dns',
  'connect-timeout',
  'reset',
  'timeout',
  'broken-answer',
  'server-error',
]);

/**
 * Reads JSON by GET and repeats what failed in passing, after 200 ms to 2 s: no connection, no complete answer, 5xx.
 * Never repeats a 4xx or 429. Longer outages are for the caller's schedule.
 */
export async function readJson(options: ReadJsonOptions): Promise<Read<unknown>> {
  const { client, request, clock, random, retries = 2, keepFlaws = false } = options;
  const attempt = async (): Promise<Read<unknown>> => {
    const read = await readExchange(await client.exchange({ ...request, method: 'GET' }), clock.now(), keepFlaws);
    if (!read.ok && mayPass(read.failure)) throw new PassingFailure(read.failure);
    return read;
  };
  try {
    return await pRetry(attempt, {
      retries,
      minTimeout: 0, // The waiting is done below, by our clock.
      shouldRetry: async ({ error, attemptNumber }) => {
        if (!(error instanceof PassingFailure)) return false;
        await clock.sleep(delayMs(attemptNumber, random()), request.stop);
        return !request.stop.aborted;
      },
    });
  } catch (error) {
    if (error instanceof PassingFailure) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** Carries a failure through p-retry, which only repeats what is thrown. */
class PassingFailure extends Error {
  readonly failure: ReadFailure;

  constructor(failure: ReadFailure) {
    super(failure.detail);
    this.failure = failure;
  }
}

function mayPass({ kind, detail, retryAfterMs }: ReadFailure): boolean {
  return kind === 'unreachable' && retryAfterMs === null && PASSING.has(detail);
}

function delayMs(attempt: number, random: number): number {
  const cap = Math.min(MAX_DELAY_MS, MIN_DELAY_MS * 4 ** attempt);
  return MIN_DELAY_MS + random * (cap - MIN_DELAY_MS);
}
