import type { RetryBudget } from './create-retry-budget.ts';
import type { Gate, Permit } from './gate.ts';
import type { Exchange } from './outcome.ts';

export type HttpBody =
  | { readonly kind: 'json'; readonly value: unknown }
  /** `application/x-www-form-urlencoded`. */
  | { readonly kind: 'form'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'multipart'; readonly form: FormData };

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Appended to the base URL (`/complaints/7/complaint`); already URL-encoded. */
  readonly path: string;
  /** `path` counts from the root of the base URL's host instead (attachments: `/storage/7/foto.jpg`). */
  readonly absolutePath?: boolean;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Added to the side's own headers. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpBody;
  /** Cap on the decoded answer, bytes; default 10 MB. */
  readonly maxBytes?: number;
  /** Present where the caller was admitted already; otherwise the client waits at the gate itself. */
  readonly permit?: Permit;
  readonly stop: AbortSignal;
}

/** One side's HTTP client: one keep-alive agent, its limits, no redirects, caps and deadlines on everything. */
export interface HttpClient {
  readonly gate: Gate;
  /** Asked before a request is repeated, whatever for. */
  readonly retries: Pick<RetryBudget, 'spend'>;
  /** Never throws for what the network or the other side does. Releases the permit in every case. */
  exchange(request: HttpRequest): Promise<Exchange>;
  /** GET of an absolute URL on an allowed foreign host, without the side's headers (attachments). */
  fetchForeign(url: URL, options: { readonly maxBytes: number; readonly stop: AbortSignal }): Promise<Exchange>;
  close(): void;
}
