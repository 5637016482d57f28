import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebAnswer, WebRoute } from './web-route.ts';

/** What a stranger can take up: connections, header bytes, and time, ms. */
const CONNECTIONS_MAX = 16;
const HEADER_MAX_BYTES = 8_192;
const REQUEST_MAX_MS = 5_000;

const NOT_FOUND: WebAnswer = { status: 404, body: { error: 'not-found' } };
const NOT_ALLOWED: WebAnswer = { status: 405, body: { error: 'method-not-allowed' } };
const FAILED: WebAnswer = { status: 500, body: { error: 'failed' } };
const TOO_LARGE: WebAnswer = { status: 413, body: { error: 'too-large' } };

export interface WebServer {
  /** Listens; gives the port (a free one for 0). Rejects where the address cannot be had. */
  start(address: { readonly host: string; readonly port: number }): Promise<number>;
  /** Ends every connection. */
  stop(): Promise<void>;
}

/** A server for few and small requests: what it is asked is answered at once, or refused. */
export function createWebServer(routes: readonly WebRoute[]): WebServer {
  const limits = {
    maxHeaderSize: HEADER_MAX_BYTES,
    requestTimeout: REQUEST_MAX_MS,
    headersTimeout: REQUEST_MAX_MS,
    keepAliveTimeout: REQUEST_MAX_MS,
    connectionsCheckingInterval: 1_000,
  };
  const server = createServer(limits, (request, response) => {
    // A connection that broke off has nobody to answer.
    void answerTo(routes, request)
      .catch(() => FAILED)
      .then((answer) => answer !== null && send(response, answer));
  });
  server.maxConnections = CONNECTIONS_MAX;
  return {
    start: ({ host, port }) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve((server.address() as AddressInfo).port);
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerTo(routes: readonly WebRoute[], request: IncomingMessage): Promise<WebAnswer | null> {
  const [path, ...query] = (request.url ?? '').split('?');
  const here = routes.filter((route) => route.path === path);
  const route = here.find(({ method }) => method === request.method);
  if (route === undefined) return here.length === 0 ? NOT_FOUND : NOT_ALLOWED;
  const body = await readBody(request, route.bodyMaxBytes);
  if (body === 'broken') return null;
  return body === 'too-large'
    ? TOO_LARGE
    : await route.handle({ query: new URLSearchParams(query.join('?')), headers: request.headers, body });
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | 'too-large' | 'broken'> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return 'broken';
  }
  return Buffer.concat(chunks);
}

const PLAIN = 'text/plain; charset=utf-8';

function send(response: ServerResponse, { status, body, contentType = PLAIN, headers }: WebAnswer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, {
    'Content-Type': isText ? contentType : 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // What is left of a body that was not read to its end would be taken for the next request.
    Connection: 'close',
    ...headers,
  });
  response.end(isText ? body : `${JSON.stringify(body)}\n`);
}
