import pRetry from 'p-retry';
import type { Clock } from '../clock.ts';
import type { RetryBudget } from './create-retry-budget.ts';
import type { Read, ReadFailure } from './outcome.ts';

export interface RetryOptions {
  /** Of the side that is read. */
  readonly budget: Pick<RetryBudget, 'spend'>;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly stop: AbortSignal;
}

/** Repetitions after the first attempt. */
const RETRIES = 2;
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
 * Repeats a read that changes nothing, twice at most, where it failed in passing: no connection, no complete answer, 5xx.
 * Waits 200 ms to 2 s before each, and gives up at once where the side's budget is spent. Longer outages are for the
 * caller's schedule.
 */
export async function retryRead<T>(attempt: () => Promise<Read<T>>, options: RetryOptions): Promise<Read<T>> {
  const { budget, clock, random, stop } = options;
  try {
    return await pRetry(() => attempt().then(passingThrown), {
      retries: RETRIES,
      minTimeout: 0, // The waiting is done below, by our clock.
      shouldRetry: async ({ error, attemptNumber }) => {
        if (!(error instanceof PassingFailure) || !budget.spend()) return false;
        await clock.sleep(delayMs(attemptNumber, random()), stop);
        return !stop.aborted;
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

function passingThrown<T>(read: Read<T>): Read<T> {
  if (!read.ok && mayPass(read.failure)) throw new PassingFailure(read.failure);
  return read;
}

function mayPass({ kind, detail, retryAfterMs }: ReadFailure): boolean {
  return kind === 'unreachable' && retryAfterMs === null && PASSING.has(detail);
}

function delayMs(attempt: number, random: number): number {
  const cap = Math.min(MAX_DELAY_MS, MIN_DELAY_MS * 4 ** attempt);
  return MIN_DELAY_MS + random * (cap - MIN_DELAY_MS);
}
