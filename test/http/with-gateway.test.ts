import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { withGateway } from '../../src/http/with-gateway.ts';
import { makeClient } from './make-client.ts';
import { realClock } from './real-clock.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A gateway that gives `token-1`, `token-2`… and a side that takes only the tokens in `good`. */
async function startSide(good: ReadonlySet<string>, tokenStatus = 200) {
  const asked: { path: string; authorization: string | undefined; gateway: string | undefined; body: string }[] = [];
  let given = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const gateway = request.headers['x-gateway']?.toString();
      asked.push({ path: request.url ?? '', authorization: request.headers.authorization, gateway, body });
      response.setHeader('Content-Type', 'application/json');
      if (request.url === '/oauth2/token') {
        given += 1;
        response.statusCode = tokenStatus;
        response.end(JSON.stringify({ access_token: `token-${given}`, expires_in: 3600 }));
        return;
      }
      response.statusCode = good.has(gateway ?? '') ? 200 : 401;
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  const client = withGateway({
    client: makeClient(port, { headers: { Authorization: 'Bearer side' } }),
    tokenClient: makeClient(port),
    tokenPath: '/oauth2/token',
    clientId: 'consumer',
    clientSecret: 'secret',
    header: 'X-Gateway',
    clock: realClock,
  });
  return { client, asked };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const stop = new AbortController().signal;

describe('withGateway()', () => {
  it('asks for one token and sends it beside the side’s own credentials', async () => {
    const { client, asked } = await startSide(new Set(['Bearer token-1']));

    const both = await Promise.all([
      client.exchange({ method: 'GET', path: '/a', stop }),
      client.exchange({ method: 'GET', path: '/b', stop }),
    ]);

    expect(both.map((one) => one.kind === 'answered' && one.status)).toEqual([200, 200]);
    expect(asked.filter(({ path }) => path === '/oauth2/token')).toEqual([
      {
        path: '/oauth2/token',
        authorization: `Basic ${Buffer.from('consumer:secret').toString('base64')}`,
        gateway: undefined,
        body: 'grant_type=client_credentials',
      },
    ]);
    expect(asked.find(({ path }) => path === '/a')?.authorization).toBe('Bearer side');
    client.close();
  });

  it('renews the token once on a 401 and asks once more', async () => {
    const { client, asked } = await startSide(new Set(['Bearer token-2']));

    const exchange = await client.exchange({ method: 'POST', path: '/a', body: { kind: 'json', value: {} }, stop });

    expect(exchange).toMatchObject({ kind: 'answered', status: 200 });
    expect(asked.map(({ path }) => path)).toEqual(['/oauth2/token', '/a', '/oauth2/token', '/a']);
    client.close();
  });

  it('gives the second 401 as it is', async () => {
    const { client, asked } = await startSide(new Set());

    const exchange = await client.exchange({ method: 'GET', path: '/a', stop });

    expect(exchange).toMatchObject({ kind: 'answered', status: 401 });
    expect(asked.filter(({ path }) => path === '/a')).toHaveLength(2);
    client.close();
  });

  it('asks once where the side’s budget of repetitions is spent, and with a new token the next time', async () => {
    const { client, asked } = await startSide(new Set(['Bearer token-2']));
    while (client.retries.spend());

    expect(await client.exchange({ method: 'GET', path: '/a', stop })).toMatchObject({ status: 401 });
    expect(await client.exchange({ method: 'GET', path: '/b', stop })).toMatchObject({ status: 200 });
    expect(asked.map(({ path }) => path)).toEqual(['/oauth2/token', '/a', '/oauth2/token', '/b']);
    client.close();
  });

  it('sends nothing to the side while the gateway gives no token', async () => {
    const { client, asked } = await startSide(new Set(), 500);
    const permit = await client.gate.enter();
    if (permit === null) throw new Error('no permit');

    const exchange = await client.exchange({ method: 'POST', path: '/a', permit, stop });

    expect(exchange).toEqual({ kind: 'not-sent', cause: 'unreachable' });
    expect(asked.every(({ path }) => path === '/oauth2/token')).toBe(true);
    client.close();
  });
});
