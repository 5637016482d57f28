import type { Clock } from '../clock.ts';
import type { HttpClient, HttpRequest } from './http-client.ts';
import type { Read } from './outcome.ts';
import { readExchange } from './read-exchange.ts';
import { retryRead } from './retry-read.ts';

export interface ReadJsonOptions {
  readonly client: HttpClient;
  /** Always a GET. Each attempt waits at the gate by itself. */
  readonly request: Pick<HttpRequest, 'path' | 'query' | 'headers' | 'maxBytes' | 'stop'>;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** As in `parseJson`: for whoever sets single rows apart. */
  readonly keepFlaws?: boolean;
}

/** Reads JSON by GET, and again where it failed in passing (`retryRead`). */
export function readJson(options: ReadJsonOptions): Promise<Read<unknown>> {
  const { client, request, clock, random, keepFlaws = false } = options;
  const attempt = async () =>
    readExchange(await client.exchange({ ...request, method: 'GET' }), clock.now(), keepFlaws);
  return retryRead(attempt, { budget: client.retries, clock, random, stop: request.stop });
}
