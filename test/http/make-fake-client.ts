import { createGate } from '../../src/http/create-gate.ts';
import { createRetryBudget } from '../../src/http/create-retry-budget.ts';
import type { HttpClient, HttpRequest } from '../../src/http/http-client.ts';
import type { Exchange } from '../../src/http/outcome.ts';
import { realClock } from './real-clock.ts';

export interface FakeClient extends HttpClient {
  readonly requests: readonly HttpRequest[];
}

/** A client that answers with these, one after the other. */
export function makeFakeClient(exchanges: readonly Exchange[]): FakeClient {
  const requests: HttpRequest[] = [];
  const retries = createRetryBudget();
  return {
    requests,
    gate: createGate({ perMinute: 1_000, concurrency: 1, clock: realClock }),
    retries,
    async exchange(request) {
      retries.earn();
      requests.push(request);
      const exchange = exchanges[requests.length - 1];
      if (exchange === undefined) throw new Error('one request more than expected');
      return exchange;
    },
    fetchForeign: () => Promise.reject(new Error('nothing foreign is expected')),
    close() {},
  };
}
