import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Clock } from '../clock.ts';
import { buildUrl } from './build-url.ts';
import { completeAnswer } from './complete-answer.ts';
import { createAgents } from './create-agents.ts';
import { createGate, type PausableGate } from './create-gate.ts';
import { createRetryBudget } from './create-retry-budget.ts';
import { encodeBody } from './encode-body.ts';
import type { Permit } from './gate.ts';
import { hasProvenEnd } from './has-proven-end.ts';
import type { HttpClient, HttpRequest } from './http-client.ts';
import { isAllowedForeign } from './is-allowed-foreign.ts';
import type { Exchange } from './outcome.ts';
import { peerClockMs } from './peer-clock-ms.ts';
import type { PeerSeen } from './peer-seen.ts';
import { runExchange } from './run-exchange.ts';

export interface HttpClientOptions {
  /** `https://host/path`, with or without a slash at the end. */
  readonly baseUrl: string;
  /** The side's own headers, on every request to it and to nobody else. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: { readonly perMinute: number; readonly concurrency: number; readonly timeoutMs: number };
  /** PEM of the only certificate authorities trusted for this side; `null`: the usual ones. */
  readonly ca: string | null;
  /** URL of the outbound proxy. The environment's proxy variables count only where the caller passes them here. */
  readonly proxy: string | null;
  /** `host` or `host:port` that `fetchForeign` may ask. */
  readonly foreignHosts: readonly string[];
  readonly clock: Clock;
  readonly userAgent: string;
  /** Told of each answer of the side itself. */
  readonly onPeer?: (seen: PeerSeen) => void;
}

const DEFAULT_MAX_BYTES = 10_000_000;
const CONNECT_TIMEOUT_MS = 10_000;

const STOPPED: Exchange = { kind: 'not-sent', cause: 'stopped' };
const FORBIDDEN: Exchange = { kind: 'not-sent', cause: 'forbidden-address' };
const BROKEN: Exchange = { kind: 'doubt', cause: 'broken-answer' };

/**
 * One side's HTTP client (`HttpClient` says what it promises). Deadlines run on the machine's own timers, because
 * sockets do; only the gate follows `clock`. Throws for settings that can never work, such as a line break in a header.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient & { readonly gate: PausableGate } {
  const { timeoutMs, concurrency } = options.limits;
  const connectTimeoutMs = Math.min(CONNECT_TIMEOUT_MS, timeoutMs);
  const gate = createGate({ ...options.limits, clock: options.clock });
  const retries = createRetryBudget();
  const agents = createAgents({ ca: options.ca, proxy: options.proxy, concurrency, connectTimeoutMs });
  const foreignHeaders = {
    Accept: 'application/json, application/xml;q=0.5, */*;q=0.1',
    'Accept-Encoding': 'gzip, deflate, br',
    'User-Agent': options.userAgent,
  };
  const sideHeaders = checkedHeaders({ ...foreignHeaders, ...options.headers });
  const { origin, protocol } = new URL(options.baseUrl);
  const secure = protocol === 'https:';
  const agent = secure ? agents.https : agents.http;
  const run = { timeoutMs, connectTimeoutMs, viaProxy: options.proxy !== null };
  let closed = false;

  async function askSide(request: HttpRequest): Promise<Exchange> {
    retries.earn();
    const { maxBytes = DEFAULT_MAX_BYTES, stop, method } = request;
    const url = buildUrl(request.absolutePath ? origin : options.baseUrl, request.path, request.query);
    const headers = { ...sideHeaders, ...request.headers };
    const body = request.body && (await encodeBody(request.body));
    const wire = body
      ? { method, url, agent, headers: { ...headers, 'Content-Type': body.contentType }, data: body.data }
      : { method, url, agent, headers };
    const outcome = await runExchange(wire, { ...run, secure, maxBytes, stop });
    if (outcome.kind !== 'raw') return outcome;
    const { certificateEndsAt } = outcome;
    options.onPeer?.({ clockMs: peerClockMs(outcome.headers), certificateEndsAt });
    return completeAnswer(outcome, maxBytes);
  }

  async function askForeign(url: URL, maxBytes: number, stop: AbortSignal): Promise<Exchange> {
    const wire = { method: 'GET', url: url.href, headers: foreignHeaders, agent: agents.foreign };
    const outcome = await runExchange(wire, { ...run, secure: true, maxBytes, stop });
    if (outcome.kind !== 'raw') return outcome;
    const exchange = await completeAnswer(outcome, maxBytes);
    const isFile = exchange.kind === 'answered' && exchange.status < 300;
    return isFile && !hasProvenEnd(exchange) ? BROKEN : exchange;
  }

  async function admitted(held: Permit | undefined, stop: AbortSignal, ask: () => Promise<Exchange>) {
    const permit = held ?? (await gate.enter(stop));
    if (permit === null) return STOPPED;
    try {
      return closed || stop.aborted ? STOPPED : await ask();
    } finally {
      permit.release();
    }
  }

  return {
    gate,
    retries,
    exchange: (request) => admitted(request.permit, request.stop, () => askSide(request)),
    async fetchForeign(url, { maxBytes, stop }) {
      if (!isAllowedForeign(url, options.foreignHosts)) return FORBIDDEN;
      return admitted(undefined, stop, () => askForeign(url, maxBytes, stop));
    },
    close() {
      closed = true;
      agents.destroy();
    },
  };
}

function checkedHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
  return headers;
}
