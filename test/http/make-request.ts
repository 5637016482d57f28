import type { HttpRequest } from '../../src/http/http-client.ts';

/** A request that nobody stops, with whatever a test wants otherwise. */
export function makeRequest(more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: 'GET', path: '/', stop: new AbortController().signal, ...more };
}
