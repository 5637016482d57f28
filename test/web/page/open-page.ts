import type { IncomingHttpHeaders } from 'node:http';
import { type HTMLElement, parse } from 'node-html-parser';
import { createPage } from '../../../src/web/page/create-page.ts';
import type { WebAnswer, WebRoute } from '../../../src/web/web-route.ts';
import { createFakeBridge, type FakeBridge } from '../../support/fake-bridge.ts';
import { makeConfig } from '../../support/make-config.ts';
import { seededBytes } from '../../support/make-ledger.ts';

export const TOKEN = 'token-kota-serang-untuk-uji';

export interface OpenedPage extends FakeBridge {
  readonly routes: readonly WebRoute[];
  ask(address: string, given?: Asking): Promise<WebAnswer>;
  /** The page at an address, as a browser that sits at the bridge reads it. */
  read(address: string, headers?: IncomingHttpHeaders): Promise<HTMLElement>;
  /** Signs in; gives the cookie to send along. */
  signIn(): Promise<string>;
}

interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly headers?: IncomingHttpHeaders;
  readonly body?: Readonly<Record<string, string>>;
}

/** The page of a city in memory, asked through its routes. */
export function openPage(web: Readonly<Record<string, unknown>> = { token: TOKEN }, policy = {}): OpenedPage {
  const config = makeConfig({ top: { web }, policy });
  const city = createFakeBridge({ config });
  const routes = createPage({ ...city, config, version: '1.2.3', randomBytes: seededBytes() });

  async function ask(address: string, { method = 'GET', headers = {}, body = {} }: Asking = {}): Promise<WebAnswer> {
    const [path, query] = address.split('?');
    const route = routes.find((one) => one.path === path && one.method === method);
    if (route === undefined) throw new Error(`no ${method} ${path}`);
    return await route.handle({
      query: new URLSearchParams(query),
      headers: { host: 'localhost:8417', ...(method === 'POST' && { origin: 'http://localhost:8417' }), ...headers },
      body: new TextEncoder().encode(new URLSearchParams(body).toString()),
    });
  }

  return {
    ...city,
    routes,
    ask,
    read: async (address, headers = {}) => parse(String((await ask(address, { headers })).body)),
    async signIn() {
      const answer = await ask('/sign-in', { method: 'POST', body: { token: TOKEN } });
      return String(answer.headers?.['Set-Cookie']).split(';')[0] ?? '';
    },
  };
}
