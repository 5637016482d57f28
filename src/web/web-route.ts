import type { IncomingHttpHeaders } from 'node:http';

export interface WebRequest {
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

export interface WebAnswer {
  readonly status: number;
  /** Sent as JSON; text as it is. */
  readonly body: Readonly<Record<string, unknown>> | string;
  /** Of text. */
  readonly contentType?: string;
  /** Besides those that every answer has, or in their place. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** One address of the bridge's own small server. */
export interface WebRoute {
  readonly method: 'GET' | 'POST';
  /** Without a query. */
  readonly path: string;
  readonly bodyMaxBytes: number;
  readonly handle: (request: WebRequest) => WebAnswer | Promise<WebAnswer>;
}
