import type { Clock } from '../../src/clock.ts';
import { createRetryBudget } from '../../src/http/create-retry-budget.ts';
import { retryRead } from '../../src/http/retry-read.ts';
import type { SimNetwork } from './sim-network.ts';

/** One request to a side, as it went out. */
export interface SeenRequest {
  /** Simulated ms. */
  readonly at: number;
  /** Operation and, of a write, the report that it is about. */
  readonly what: string;
  /** It repeats one that failed. */
  readonly isRepeated: boolean;
  isAnswered: boolean;
}

export interface WatchedNetwork extends SimNetwork {
  readonly requests: readonly SeenRequest[];
  /** What was written and answered, once each, in the order it arrived. */
  readonly written: ReadonlySet<string>;
}

export interface WatchOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly stop: AbortSignal;
}

/** A network whose reads are repeated as the HTTP client repeats them, and which writes down every request. */
export function watchedNetwork(network: SimNetwork, { clock, random, stop }: WatchOptions): WatchedNetwork {
  const budget = createRetryBudget();
  const requests: SeenRequest[] = [];
  const begun = new Set<string>();
  const written = new Set<string>();

  function goesOut(what: string, isRepeated: boolean): SeenRequest {
    const request = { at: clock.mono(), what, isRepeated, isAnswered: false };
    budget.earn();
    requests.push(request);
    return request;
  }

  return {
    requests,
    written,
    gate: network.gate,
    read(operation, answer) {
      let attempts = 0;
      const attempt = async () => {
        attempts += 1;
        const request = goesOut(operation, attempts > 1);
        const read = await network.read(operation, answer);
        request.isAnswered = read.ok;
        return read;
      };
      return retryRead(attempt, { budget, clock, random, stop });
    },
    async write(what, context, effect) {
      const name = `${what.operation} ${what.subject}`;
      const request = goesOut(name, begun.has(name));
      begun.add(name);
      const result = await network.write(what, context, effect);
      request.isAnswered = result.kind === 'done';
      if (request.isAnswered) written.add(name);
      return result;
    },
  };
}
