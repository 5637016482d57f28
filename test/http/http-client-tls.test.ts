import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpRequest } from '../../src/http/http-client.ts';
import { makeCertificate } from './make-certificate.ts';
import { type ClientSettings, makeClient } from './make-client.ts';
import { makeRequest } from './make-request.ts';
import { type Answer, type ServerSettings, startServer, type TestServer } from './start-server.ts';

const POST: Partial<HttpRequest> = { method: 'POST', body: { kind: 'json', value: { title: 'Jalan berlubang' } } };
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const TLS_FAILED = { kind: 'not-sent', cause: 'tls' };

const authority = makeCertificate({ name: 'Test authority' });
const otherAuthority = makeCertificate({ name: 'Other authority' });
const good = makeCertificate({ name: 'host', hosts: ['127.0.0.1'], issuer: authority });

async function serveTls(answer: Answer, server: ServerSettings, client: ClientSettings = {}) {
  const started = await startServer(answer, server);
  const made = makeClient(started.port, {
    baseUrl: `https://127.0.0.1:${started.port}`,
    ca: authority.cert,
    ...client,
  });
  onTestFinished(async () => {
    made.close();
    await started.close();
  });
  return { server: started, client: made };
}

describe('a request over TLS', () => {
  it('is sent where the certificate is of the given authority', async () => {
    const { client, server } = await serveTls((socket) => socket.write(OK), { certificate: good });
    expect(await client.exchange(makeRequest(POST))).toMatchObject({ kind: 'answered', status: 200 });
    expect(await client.exchange(makeRequest(POST))).toMatchObject({ kind: 'answered', status: 200 });
    expect(server.connectionCount()).toBe(1);
  });

  it.each([
    ['of another authority', makeCertificate({ name: 'host', hosts: ['127.0.0.1'], issuer: otherAuthority })],
    ['of nobody but itself', makeCertificate({ name: 'host', hosts: ['127.0.0.1'] })],
    ['for another host', makeCertificate({ name: 'host', hosts: ['127.0.0.2'], issuer: authority })],
    [
      'no longer valid',
      makeCertificate({ name: 'h', hosts: ['127.0.0.1'], issuer: authority, notAfter: '20210101000000Z' }),
    ],
  ])('is not sent where the certificate is %s', async (_, certificate) => {
    const { client, server } = await serveTls((socket) => socket.write(OK), { certificate });
    expect(await client.exchange(makeRequest(POST))).toEqual(TLS_FAILED);
    await expectNothingSent(server);
  });

  it('is not sent on the word of an authority that the side was not given', async () => {
    const { client, server } = await serveTls((socket) => socket.write(OK), { certificate: good }, { ca: null });
    expect(await client.exchange(makeRequest(POST))).toEqual(TLS_FAILED);
    await expectNothingSent(server);
  });

  it('is not sent below TLS 1.2', async () => {
    const tlsOptions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    const { client, server } = await serveTls((socket) => socket.write(OK), { certificate: good, tlsOptions });
    expect(await client.exchange(makeRequest(POST))).toEqual(TLS_FAILED);
    await expectNothingSent(server);
  });

  it('is not sent to a server that speaks no TLS', async () => {
    const onConnection = (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    const { client } = await serveTls(() => {}, { onConnection });
    expect(await client.exchange(makeRequest(POST))).toEqual(TLS_FAILED);
  });

  it('is not sent where the handshake is cut', async () => {
    const onConnection = (socket: Socket) => socket.once('data', () => socket.resetAndDestroy());
    const { client } = await serveTls(() => {}, { onConnection });
    expect(await client.exchange(makeRequest(POST))).toEqual(TLS_FAILED);
  });

  it('is not sent where the handshake takes too long', async () => {
    const { client } = await serveTls(() => {}, {}, { timeoutMs: 150 });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'connect-timeout' });
  });

  it('is in doubt once the handshake is done', async () => {
    const { client } = await serveTls((socket) => socket.destroy(), { certificate: good });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'reset' });
  });

  it('is in doubt on a connection from the queue', async () => {
    const { client, server } = await serveTls(
      (socket, { numberOnSocket }) => (numberOnSocket === 1 ? socket.write(OK) : socket.destroy()),
      { certificate: good },
      { concurrency: 1 },
    );
    const permit = { release() {} };
    const exchanges = [1, 2].map(() => client.exchange(makeRequest({ ...POST, permit })));
    expect(await Promise.all(exchanges)).toMatchObject([{ kind: 'answered' }, { kind: 'doubt', cause: 'reset' }]);
    expect(server.connectionCount()).toBe(1);
  });
});

/** Neither a request nor any byte that TLS had decrypted. */
async function expectNothingSent(server: TestServer): Promise<void> {
  await expect.poll(() => server.openCount()).toBe(0);
  expect([server.requests.length, server.byteCount()]).toEqual([0, 0]);
}
