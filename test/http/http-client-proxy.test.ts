import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpRequest } from '../../src/http/http-client.ts';
import { makeCertificate } from './make-certificate.ts';
import { type ClientSettings, makeClient } from './make-client.ts';
import { makeRequest } from './make-request.ts';
import { startProxy } from './start-proxy.ts';
import { type Answer, startServer } from './start-server.ts';

const POST: Partial<HttpRequest> = { method: 'POST', body: { kind: 'json', value: { title: 'Jalan berlubang' } } };
const OK: Answer = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
const CREDENTIALS = `Basic ${Buffer.from('user:pass@word').toString('base64')}`;

const authority = makeCertificate({ name: 'Test authority' });
const certificate = makeCertificate({ name: 'host', hosts: ['api.example.test'], issuer: authority });

async function serveTls(answer: Answer) {
  const server = await startServer(answer, { certificate });
  onTestFinished(() => server.close());
  return server;
}

function connect(settings: ClientSettings) {
  const client = makeClient(0, { baseUrl: 'https://api.example.test', ca: authority.cert, ...settings });
  onTestFinished(() => client.close());
  return client;
}

describe('a request through a proxy', () => {
  it('goes through a tunnel to a host with TLS, and again through the same one', async () => {
    const server = await serveTls(OK);
    const proxy = await startProxy({ port: server.port });
    const client = connect({ proxy: proxy.url });
    expect(await client.exchange(makeRequest(POST))).toMatchObject({ kind: 'answered', status: 200 });
    expect(await client.exchange(makeRequest(POST))).toMatchObject({ kind: 'answered', status: 200 });
    expect(server.requests).toHaveLength(2);
    expect(proxy.asked).toEqual([`CONNECT api.example.test:443 ${CREDENTIALS}`]);
  });

  it('trusts nobody the more for coming through a tunnel', async () => {
    const server = await serveTls(OK);
    const proxy = await startProxy({ port: server.port });
    const client = connect({ proxy: proxy.url, ca: makeCertificate({ name: 'Other authority' }).cert });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'tls' });
    expect(server.byteCount()).toBe(0);
  });

  it('is in doubt once the tunnel stands', async () => {
    const server = await serveTls((socket) => socket.destroy());
    const proxy = await startProxy({ port: server.port });
    const client = connect({ proxy: proxy.url });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'reset' });
  });

  it.each([401, 403, 404, 407, 502])('is not sent where the proxy refuses the tunnel with %i', async (refusal) => {
    const proxy = await startProxy({ refusal });
    const client = connect({ proxy: proxy.url });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'unreachable' });
    expect(proxy.asked).toHaveLength(1);
  });

  it('is not sent where the proxy is not there', async () => {
    const client = connect({ proxy: 'http://127.0.0.1:1' });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'refused' });
  });

  it('waits no longer for the tunnel than for any connection', async () => {
    const proxy = await startProxy({ refusal: 'silent' });
    const client = connect({ proxy: proxy.url, timeoutMs: 150 });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'connect-timeout' });
  });

  it('is stopped while it waits for the tunnel', async () => {
    const proxy = await startProxy({ refusal: 'silent' });
    const client = connect({ proxy: proxy.url });
    const stop = new AbortController();
    const exchange = client.exchange(makeRequest({ ...POST, stop: stop.signal }));
    await expect.poll(() => proxy.asked.length).toBe(1);
    stop.abort();
    expect(await exchange).toEqual({ kind: 'not-sent', cause: 'stopped' });
  });

  it('is handed to the proxy whole where the host has no TLS', async () => {
    const proxy = await startProxy();
    const client = connect({ baseUrl: 'http://api.example.test/v3', proxy: proxy.url });
    const exchange = await client.exchange(makeRequest({ path: '/a', query: { b: 1 } }));
    expect(exchange).toMatchObject({ kind: 'answered', body: Buffer.from('by proxy') });
    await client.exchange(makeRequest(POST));
    expect(proxy.asked).toEqual([
      `GET http://api.example.test/v3/a?b=1 ${CREDENTIALS}`,
      `POST http://api.example.test/v3/ ${CREDENTIALS}`,
    ]);
  });

  it('is in doubt where the proxy, and not the host, answers it', async () => {
    const proxy = await startProxy({ refusal: 407 });
    const client = connect({ baseUrl: 'http://api.example.test', proxy: proxy.url });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'proxy' });
  });
});
