import { createHttpClient, type HttpClientOptions } from '../../src/http/create-http-client.ts';
import { realClock } from './real-clock.ts';

export type ClientSettings = Partial<HttpClientOptions> & {
  readonly timeoutMs?: number;
  readonly concurrency?: number;
};

/** A client of a server on 127.0.0.1, with whatever a test wants otherwise. */
export function makeClient(port: number, settings: ClientSettings = {}) {
  const { timeoutMs = 5_000, concurrency = 4, ...rest } = settings;
  return createHttpClient({
    baseUrl: `http://127.0.0.1:${port}`,
    headers: {},
    limits: { perMinute: 1_000, concurrency, timeoutMs },
    ca: null,
    proxy: null,
    foreignHosts: [],
    clock: realClock,
    userAgent: 'jembatan/test',
    ...rest,
  });
}
