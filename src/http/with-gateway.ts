import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { HttpClient, HttpRequest } from './http-client.ts';
import type { Exchange } from './outcome.ts';
import { readExchange } from './read-exchange.ts';

export interface GatewayOptions {
  /** The side itself. */
  readonly client: HttpClient;
  /** A client of the token endpoint's host. */
  readonly tokenClient: HttpClient;
  /** Path of the token endpoint there. */
  readonly tokenPath: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Name of the header that carries the gateway's token. */
  readonly header: string;
  readonly clock: Clock;
}

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** A token is renewed this long before it runs out. */
const EARLY_MS = 60_000;

/**
 * A client behind a gateway that wants a token of its own (OAuth 2 client credentials, contract page "Authentication"). A
 * 401 says that the request was turned away before it reached anything: the token is renewed and the request made once more,
 * unless the side's budget of repetitions is spent.
 */
export function withGateway(options: GatewayOptions): HttpClient {
  const { client, tokenClient, header, clock } = options;
  let token: { readonly value: string; readonly until: number } | null = null;
  let pending: Promise<string | null> | null = null;

  async function fetchToken(stop: AbortSignal): Promise<string | null> {
    const basic = Buffer.from(`${options.clientId}:${options.clientSecret}`).toString('base64');
    const exchange = await tokenClient.exchange({
      method: 'POST',
      path: options.tokenPath,
      headers: { Authorization: `Basic ${basic}` },
      body: { kind: 'form', values: { grant_type: 'client_credentials' } },
      stop,
    });
    const read = await readExchange(exchange, clock.now());
    const parsed = TokenAnswer.safeParse(read.ok ? read.value : null);
    if (!parsed.success) return null;
    token = { value: parsed.data.access_token, until: clock.mono() + parsed.data.expires_in * 1000 - EARLY_MS };
    return token.value;
  }

  async function current(stop: AbortSignal): Promise<string | null> {
    if (token !== null && clock.mono() < token.until) return token.value;
    pending ??= fetchToken(stop).finally(() => {
      pending = null;
    });
    return await pending;
  }

  async function ask(request: HttpRequest, value: string): Promise<Exchange> {
    return await client.exchange({ ...request, headers: { ...request.headers, [header]: `Bearer ${value}` } });
  }

  return {
    gate: client.gate,
    retries: client.retries,
    async exchange(request) {
      const first = await current(request.stop);
      if (first === null) {
        request.permit?.release();
        return { kind: 'not-sent', cause: request.stop.aborted ? 'stopped' : 'unreachable' };
      }
      const exchange = await ask(request, first);
      if (exchange.kind !== 'answered' || exchange.status !== 401) return exchange;
      if (token?.value === first) token = null;
      if (!client.retries.spend()) return exchange;
      const second = await current(request.stop);
      if (second === null) return exchange;
      const { permit: _, ...again } = request;
      return await ask(again, second);
    },
    fetchForeign: (url, limits) => client.fetchForeign(url, limits),
    close() {
      client.close();
      tokenClient.close();
    },
  };
}
