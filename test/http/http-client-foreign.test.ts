import nock from 'nock';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeCertificate } from './make-certificate.ts';
import { makeClient } from './make-client.ts';
import { startProxy } from './start-proxy.ts';
import { startServer } from './start-server.ts';

const FORBIDDEN = { kind: 'not-sent', cause: 'forbidden-address' };
const HOSTS = ['files.example.test', 'localhost', '127.0.0.1', '[::1]', '10.0.0.5:8443'];

function connect(settings: Parameters<typeof makeClient>[1] = {}) {
  const client = makeClient(0, { headers: { token: '{A}' }, foreignHosts: HOSTS, ...settings });
  onTestFinished(() => client.close());
  return client;
}

function options(maxBytes = 1000) {
  return { maxBytes, stop: new AbortController().signal };
}

describe('fetchForeign()', () => {
  afterEach(() => {
    nock.cleanAll();
    nock.restore();
  });

  it('gets a file without the headers of the side', async () => {
    mock('https://files.example.test', { badheaders: ['token'] })
      .get('/a/foto.jpg')
      .query({ s: '1' })
      .reply(200, 'JPEG', { 'Content-Length': '4' });
    const exchange = await connect().fetchForeign(new URL('https://files.example.test/a/foto.jpg?s=1'), options());
    expect(exchange).toMatchObject({ kind: 'answered', status: 200, body: Buffer.from('JPEG') });
  });

  it('does not follow where it is pointed to', async () => {
    mock('https://files.example.test').get('/a').reply(302, '', { Location: 'https://169.254.169.254/' });
    const exchange = await connect().fetchForeign(new URL('https://files.example.test/a'), options());
    expect(exchange).toMatchObject({ kind: 'answered', status: 302 });
  });

  it('does not take a file for whole that only ends with its connection', async () => {
    mock('https://files.example.test').get('/a').reply(200, 'JP');
    const exchange = await connect().fetchForeign(new URL('https://files.example.test/a'), options());
    expect(exchange).toEqual({ kind: 'doubt', cause: 'broken-answer' });
  });

  it('gives up a file that is too large', async () => {
    mock('https://files.example.test').get('/a').reply(200, 'JPEG', { 'Content-Length': '4' });
    const exchange = await connect().fetchForeign(new URL('https://files.example.test/a'), options(3));
    expect(exchange).toEqual({ kind: 'doubt', cause: 'answer-too-large' });
  });

  it.each([
    ['without TLS', 'http://files.example.test/a'],
    ['of a file', 'file:///etc/passwd'],
    ['of data', 'data:text/plain,a'],
    ['with credentials', 'https://user:pass@files.example.test/a'],
    ['on a host that is not listed', 'https://other.example.test/a'],
    ['on a host that only ends like a listed one', 'https://evil-files.example.test/a'],
    ['on a port that is not listed', 'https://files.example.test:8443/a'],
    ['of this machine', 'https://127.0.0.1/a'],
    ['of this machine as one number', 'https://2130706433/a'],
    ['of this machine in IPv6', 'https://[::1]/a'],
    ['of the network inside', 'https://10.0.0.5:8443/a'],
  ])('asks nobody for a URL %s', async (_, url) => {
    expect(await connect().fetchForeign(new URL(url), options())).toEqual(FORBIDDEN);
  });

  it('asks nobody when a listed name leads to this machine', async () => {
    const server = await startServer(() => {});
    onTestFinished(() => server.close());
    const client = connect({ foreignHosts: [`localhost:${server.port}`] });
    expect(await client.fetchForeign(new URL(`https://localhost:${server.port}/a`), options())).toEqual(FORBIDDEN);
    expect(server.connectionCount()).toBe(0);
  });

  it('trusts the usual authorities alone, not those of the side', async () => {
    const authority = makeCertificate({ name: 'Test authority' });
    const certificate = makeCertificate({ name: 'host', hosts: ['files.example.test'], issuer: authority });
    const server = await startServer(() => {}, { certificate });
    onTestFinished(() => server.close());
    const proxy = await startProxy({ port: server.port });
    const client = connect({ proxy: proxy.url, ca: authority.cert });
    const exchange = await client.fetchForeign(new URL('https://files.example.test/a'), options());
    expect(exchange).toEqual({ kind: 'not-sent', cause: 'tls' });
  });

  it('takes a place at the gate like any other request', async () => {
    const client = connect({ concurrency: 1 });
    const holder = await client.gate.enter();
    const stop = new AbortController();
    const exchange = client.fetchForeign(new URL('https://files.example.test/a'), { maxBytes: 9, stop: stop.signal });
    stop.abort();
    expect(await exchange).toEqual({ kind: 'not-sent', cause: 'stopped' });
    holder?.release();
  });
});

function mock(origin: string, settings?: nock.Options): nock.Scope {
  if (!nock.isActive()) nock.activate();
  return nock(origin, settings);
}
