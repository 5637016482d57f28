import http from 'node:http';
import https from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { lookupPublic } from './lookup-public.ts';

export interface AgentOptions {
  readonly concurrency: number;
  /** PEM of the only certificate authorities trusted for this side; `null`: the usual ones. */
  readonly ca: string | null;
  readonly proxy: string | null;
  readonly connectTimeoutMs: number;
}

export interface Agents {
  readonly http: http.Agent;
  readonly https: http.Agent;
  /** For hosts out of reports: https, public addresses only. */
  readonly foreign: http.Agent;
  destroy(): void;
}

/** Most servers close an idle connection after 5 s or more; a request that crosses that close would be in doubt. */
const MAX_IDLE_MS = 4_000;

const TLS = { minVersion: 'TLSv1.2', rejectUnauthorized: true } as const;

/** The keep-alive agents of one side. A connection is not used again once it was idle for 4 s. */
export function createAgents({ concurrency, ca, proxy, connectTimeoutMs }: AgentOptions): Agents {
  const pool = { keepAlive: true, maxSockets: concurrency, maxFreeSockets: concurrency, timeout: MAX_IDLE_MS };
  const own = ca === null ? TLS : { ...TLS, ca };
  const agents =
    proxy === null
      ? {
          http: new http.Agent(pool),
          https: new https.Agent({ ...pool, ...own }),
          foreign: new https.Agent({ ...pool, ...TLS, lookup: lookupPublic }),
        }
      : {
          http: new HttpProxyAgent(proxy, pool),
          https: new TunnelAgent(proxy, { pool, tls: own, connectTimeoutMs }),
          // The proxy resolves the name, so only the list of hosts and the check of literal addresses hold here.
          foreign: new TunnelAgent(proxy, { pool, tls: TLS, connectTimeoutMs }),
        };
  return {
    ...agents,
    destroy() {
      agents.http.destroy();
      agents.https.destroy();
      agents.foreign.destroy();
    },
  };
}

type TunnelConnect = HttpsProxyAgent<string>['connect'];

interface TunnelOptions {
  readonly pool: http.AgentOptions;
  readonly tls: typeof TLS & { readonly ca?: string };
  readonly connectTimeoutMs: number;
}

/** Adds two things to the library: our TLS settings for the host behind the tunnel, and an end to waiting for the proxy. */
class TunnelAgent extends HttpsProxyAgent<string> {
  readonly #tls: TunnelOptions['tls'];
  readonly #connectTimeoutMs: number;

  constructor(proxy: string, { pool, tls, connectTimeoutMs }: TunnelOptions) {
    super(proxy, { ...pool, ...TLS });
    this.#tls = tls;
    this.#connectTimeoutMs = connectTimeoutMs;
  }

  override async connect(...[request, options]: Parameters<TunnelConnect>): ReturnType<TunnelConnect> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#connectTimeoutMs);
    // Read by the library as soon as it is called, before any other connection can begin.
    this.connectOpts = { ...this.connectOpts, signal: deadline.signal };
    try {
      return await super.connect(request, { ...options, ...this.#tls });
    } finally {
      clearTimeout(timer);
    }
  }
}
