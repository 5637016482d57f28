import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../src/http/http-client.ts';
import { makeRequest } from './make-request.ts';
import { serve } from './serve.ts';

const POST: Partial<HttpRequest> = { method: 'POST', body: { kind: 'json', value: { title: 'Jalan berlubang' } } };
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** Held by the caller, so that more requests than connections can be under way. */
const PERMIT = { release() {} };

describe('a request in doubt', () => {
  it('met a reset before the first byte of an answer', async () => {
    const { client } = await serve((socket) => socket.resetAndDestroy());
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'reset' });
  });

  it('met a close before the first byte of an answer', async () => {
    const { client } = await serve((socket) => socket.end());
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'reset' });
  });

  it('met a reset in the middle of the body', async () => {
    const { client } = await serve((socket) =>
      socket.write('HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"complaint_id":', () =>
        socket.resetAndDestroy(),
      ),
    );
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'broken-answer' });
  });

  it('was closed upon by the server that had kept the connection', async () => {
    const { client, server } = await serve((socket, { numberOnSocket }) =>
      numberOnSocket === 1 ? socket.write(OK) : socket.resetAndDestroy(),
    );
    await client.exchange(makeRequest(POST));
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'reset' });
    expect(server.connectionCount()).toBe(1);
  });

  it('was handed a used connection from the queue, which does not mark it as used', async () => {
    const { client, server } = await serve(
      (socket, { numberOnSocket }) => (numberOnSocket === 1 ? socket.write(OK) : socket.resetAndDestroy()),
      { concurrency: 1 },
    );
    const exchanges = [1, 2].map(() => client.exchange(makeRequest({ ...POST, permit: PERMIT })));
    expect(await Promise.all(exchanges)).toMatchObject([{ kind: 'answered' }, { kind: 'doubt', cause: 'reset' }]);
    expect(server.connectionCount()).toBe(1);
  });

  it('was never answered', async () => {
    const { client } = await serve(() => {}, { timeoutMs: 500 });
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'timeout' });
  });

  it('was answered a byte at a time, beyond its deadline', async () => {
    const { client } = await serve(
      (socket) => {
        socket.write('HTTP/1.1 201 Created\r\nContent-Length: 10000\r\n\r\n');
        const drip = setInterval(() => socket.write(' '), 10);
        socket.on('close', () => clearInterval(drip));
      },
      { timeoutMs: 500 },
    );
    expect(await client.exchange(makeRequest(POST))).toEqual({ kind: 'doubt', cause: 'timeout' });
  });

  it('was stopped in flight', async () => {
    const stop = new AbortController();
    const { client } = await serve(() => stop.abort());
    const exchange = await client.exchange(makeRequest({ ...POST, stop: stop.signal }));
    expect(exchange).toEqual({ kind: 'doubt', cause: 'stopped' });
  });

  it('was stopped while its answer came', async () => {
    const stop = new AbortController();
    const { client } = await serve((socket) => {
      socket.write('HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{', () => stop.abort());
    });
    const exchange = await client.exchange(makeRequest({ ...POST, stop: stop.signal }));
    expect(exchange).toEqual({ kind: 'doubt', cause: 'stopped' });
  });

  it('was under way when the client was closed', async () => {
    const { client } = await serve(() => client.close());
    expect(await client.exchange(makeRequest(POST))).toMatchObject({ kind: 'doubt' });
  });
});
