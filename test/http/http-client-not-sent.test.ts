import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/http/http-client.ts';
import { makeClient } from './make-client.ts';
import { makeRequest } from './make-request.ts';
import { serve } from './serve.ts';
import { startFullServer } from './start-full-server.ts';

const POST: Partial<HttpRequest> = { method: 'POST', body: { kind: 'json', value: { title: 'Jalan berlubang' } } };

/** Held by the caller, so that more requests than connections can be under way. */
const PERMIT = { release() {} };

describe('a request that was not sent', () => {
  it('was refused', async () => {
    const { client, server } = await serve(() => {});
    await server.close();
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'refused' });
  });

  it('was refused at every address of a name', async () => {
    const { client, server } = await serve(() => {});
    await server.close();
    const named = makeClient(server.port, { baseUrl: `http://localhost:${server.port}` });
    expect(await named.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'refused' });
    client.close();
  });

  it('had a name that leads nowhere', async () => {
    const client = makeClient(80, { baseUrl: 'http://nothing.invalid' });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'dns' });
  });

  it('was stopped before it began', async () => {
    const { client, server } = await serve(() => {});
    const exchange = await client.exchange(makeRequest({ ...POST, stop: AbortSignal.abort() }));
    expect(exchange).toEqual({ kind: 'not-sent', cause: 'stopped' });
    expect(server.connectionCount()).toBe(0);
  });

  it('was stopped in the moment between its start and its first step on the network', async () => {
    const { client, server } = await serve(() => {});
    const stop = new AbortController();
    const exchange = client.exchange(makeRequest({ ...POST, stop: stop.signal, permit: PERMIT }));
    stop.abort();
    expect(await exchange).toEqual({ kind: 'not-sent', cause: 'stopped' });
    expect(server.connectionCount()).toBe(0);
  });

  it('was stopped while it waited at the gate', async () => {
    const { client, server } = await serve(() => {}, { concurrency: 1, timeoutMs: 60_000 });
    const holder = await client.gate.enter();
    const stop = new AbortController();
    const exchange = client.exchange(makeRequest({ ...POST, stop: stop.signal }));
    stop.abort();
    expect(await exchange).toEqual({ kind: 'not-sent', cause: 'stopped' });
    expect(server.requests).toHaveLength(0);
    holder?.release();
  });

  it('was stopped while it waited for a connection', async () => {
    let onArrival = () => {};
    const arrival = new Promise<void>((resolve) => {
      onArrival = resolve;
    });
    const { client, server } = await serve(() => onArrival(), { concurrency: 1, timeoutMs: 60_000 });
    const first = new AbortController();
    const second = new AbortController();
    const pending = client.exchange(makeRequest({ ...POST, stop: first.signal, permit: PERMIT }));
    const queued = client.exchange(makeRequest({ ...POST, stop: second.signal, permit: PERMIT }));
    await arrival;
    second.abort();
    expect(await queued).toEqual({ kind: 'not-sent', cause: 'stopped' });
    first.abort();
    expect(await pending).toEqual({ kind: 'doubt', cause: 'stopped' });
    expect(server.requests).toHaveLength(1);
  });

  it('found a host that takes no connections', async () => {
    const client = makeClient(await startFullServer(), { timeoutMs: 150 });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'not-sent', cause: 'connect-timeout' });
    client.close();
  });

  it('was stopped while it connected', async () => {
    const client = makeClient(await startFullServer());
    const stop = new AbortController();
    const exchange = client.exchange(makeRequest({ ...POST, stop: stop.signal }));
    setImmediate(() => stop.abort());
    expect(await exchange).toEqual({ kind: 'not-sent', cause: 'stopped' });
    client.close();
  });
});
