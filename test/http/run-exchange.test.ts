import http from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type RunOptions, runExchange } from '../../src/http/run-exchange.ts';
import { type Answer, startServer } from './start-server.ts';

/** A connection must stand after 150 ms, everything else is over after 700. */
async function run(answer: Answer, more: Partial<RunOptions> = {}, headers: Readonly<Record<string, string>> = {}) {
  const server = await startServer(answer);
  const agent = new http.Agent({ keepAlive: true });
  onTestFinished(async () => {
    agent.destroy();
    await server.close();
  });
  const outcome = await runExchange(
    { method: 'GET', url: `http://127.0.0.1:${server.port}/`, headers, agent },
    {
      secure: false,
      viaProxy: false,
      maxBytes: 1000,
      timeoutMs: 700,
      connectTimeoutMs: 150,
      stop: new AbortController().signal,
      ...more,
    },
  );
  return { outcome, server };
}

describe('runExchange()', () => {
  it('leaves an answer the whole time once the connection stands', async () => {
    const { outcome } = await run((socket) => {
      setTimeout(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'), 300);
    });
    expect(outcome).toMatchObject({ kind: 'raw', status: 200, body: Buffer.from('{}') });
  });

  it('and no longer', async () => {
    const { outcome, server } = await run(() => {});
    expect(outcome).toEqual({ kind: 'doubt', cause: 'timeout' });
    await expect.poll(() => server.openCount()).toBe(0);
  });

  it('begins nothing for a signal that aborted', async () => {
    const { outcome, server } = await run(() => {}, { stop: AbortSignal.abort() });
    expect(outcome).toEqual({ kind: 'not-sent', cause: 'stopped' });
    expect(server.connectionCount()).toBe(0);
  });

  it('stops listening to a signal that outlives it', async () => {
    const stop = new AbortController();
    const { outcome } = await run((socket) => socket.write('HTTP/1.1 204 X\r\n\r\n'), { stop: stop.signal });
    stop.abort();
    expect(outcome).toMatchObject({ kind: 'raw', status: 204 });
  });

  it('throws for a request that cannot be formed', async () => {
    await expect(run(() => {}, {}, { 'a b': 'c' })).rejects.toThrow();
  });
});
