import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LogEvent } from '../../src/logger.ts';
import { startWeb } from '../../src/web/start-web.ts';
import type { WebRoute } from '../../src/web/web-route.ts';
import { createFakeClock } from '../support/fake-clock.ts';

const SECRET = 'rahasia-kota-dan-jembatan';

async function start(hookSecret: string | null, port = 0, routes: readonly WebRoute[] = []) {
  const clock = createFakeClock();
  const logged: LogEvent[] = [];
  const heard: (string | null)[] = [];
  const web = { host: '127.0.0.1', port, token: null, hosts: [], hookSecret };
  const stop = await startWeb({
    config: { web },
    clock,
    log: (event) => logged.push(event),
    onHook: (localId) => heard.push(localId),
    routes,
  });
  onTestFinished(stop);
  const [listens] = logged;
  const at = listens?.event === 'web-listens' ? listens.port : 0;
  const timestamp = String(clock.now() / 1_000);
  const sign = (body: string) => ({
    'X-Jembatan-Timestamp': timestamp,
    'X-Jembatan-Signature': `sha256=${createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex')}`,
  });
  const call = (path: string, { method = 'POST', body = '' } = {}) =>
    send({ port: at, path, method, body, headers: sign(body) });
  return { call, heard, logged, port: at, stop };
}

function send({ body, ...options }: { port: number; path: string; method: string; body: string; headers: object }) {
  return new Promise<{ status: number; headers: object; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', ...options, headers: { ...options.headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('startWeb()', () => {
  it('hears a signed hook, whatever its query', async () => {
    const { call, heard, logged } = await start(SECRET);
    expect(await call('/hooks/local?from=rabeg', { body: '{"id":"1042"}' })).toMatchObject({
      status: 202,
      text: '{"accepted":true}\n',
      headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', connection: 'close' },
    });
    expect(heard).toEqual(['1042']);
    expect(logged).toMatchObject([{ event: 'web-listens' }, { event: 'hook', outcome: 'accepted' }]);
  });

  it.each<readonly [string, string, object, number]>([
    ['another address', '/hooks/other', {}, 404],
    ['another method', '/hooks/local', { method: 'GET' }, 405],
    ['more than 4 KB', '/hooks/local', { body: `{"id":"1","x":"${'x'.repeat(4_096)}"}` }, 413],
  ])('refuses %s', async (_name, path, given, status) => {
    const { call, heard } = await start(SECRET);
    expect((await call(path, given)).status).toBe(status);
    expect(heard).toEqual([]);
  });

  it('serves what else it is given, text as it is, and says so where that fails', async () => {
    const get = (path: string, handle: WebRoute['handle']): WebRoute => ({
      method: 'GET',
      path,
      bodyMaxBytes: 0,
      handle,
    });
    const { call } = await start(null, 0, [
      get('/text', async () => ({ status: 200, body: 'a 1\n', contentType: 'text/x' })),
      get('/broken', async () => {
        throw new Error('no');
      }),
    ]);
    expect(await call('/text', { method: 'GET' })).toMatchObject({
      status: 200,
      text: 'a 1\n',
      headers: { 'content-type': 'text/x' },
    });
    expect(await call('/broken', { method: 'GET' })).toMatchObject({ status: 500, text: '{"error":"failed"}\n' });
  });

  it('forgets a call that broke off in its body', async () => {
    const { port, call, heard } = await start(SECRET);
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /hooks/local HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"i', () => socket.destroy());
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await call('/hooks/local', { body: '{}' })).status).toBe(202);
    expect(heard).toEqual([null]);
  });

  it('does not listen without a secret', async () => {
    const { logged } = await start(null);
    expect(logged).toEqual([]);
  });

  it('says that an address cannot be had, and goes on without it', async () => {
    const { port } = await start(SECRET);
    expect((await start(SECRET, port)).logged).toEqual([{ event: 'web-failed', code: 'EADDRINUSE' }]);
  });
});
