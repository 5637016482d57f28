import { describe, expect, it, vi } from 'vitest';
import type { HttpRequest } from '../../src/http/http-client.ts';
import { makeClient } from './make-client.ts';
import { makeRequest } from './make-request.ts';
import { serve } from './serve.ts';
import type { Answer } from './start-server.ts';

const OK: Answer = (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');

const POST: Partial<HttpRequest> = { method: 'POST', body: { kind: 'json', value: { title: 'Jalan “berlubang”' } } };

describe('createHttpClient()', () => {
  it('gives status, headers in lower case, and the body as bytes', async () => {
    const { client } = await serve((socket) =>
      socket.write('HTTP/1.1 201 Created\r\nX-Case: A\r\nContent-Length: 3\r\n\r\n\x01\x02\x03'),
    );
    expect(await client.exchange(makeRequest())).toEqual({
      kind: 'answered',
      status: 201,
      headers: { 'x-case': 'A', 'content-length': '3' },
      body: Buffer.from([1, 2, 3]),
    });
  });

  it.each([204, 299, 302, 400, 404, 429, 500, 599, 999])('calls status %i an answer', async (status) => {
    const { client } = await serve((socket) => socket.write(`HTTP/1.1 ${status} X\r\nContent-Length: 0\r\n\r\n`));
    expect(await client.exchange(makeRequest(POST))).toMatchObject({ kind: 'answered', status });
  });

  it('sends the headers of its side, of the request and its own', async () => {
    const { client, server } = await serve(OK, { headers: { Authorization: 'Bearer x', token: '{A}', accept: 'a/b' } });
    await client.exchange(makeRequest({ headers: { 'Idempotency-Key': 'k' } }));
    const [line, ...headers] = (server.requests[0]?.head ?? '').split('\r\n');
    expect(line).toBe('GET / HTTP/1.1');
    expect(headers.sort()).toEqual([
      'Accept-Encoding: gzip, deflate, br',
      'Accept: a/b',
      'Authorization: Bearer x',
      'Connection: keep-alive',
      `Host: 127.0.0.1:${server.port}`,
      'Idempotency-Key: k',
      'User-Agent: jembatan/test',
      'token: {A}',
    ]);
  });

  it('sends JSON with its type and length', async () => {
    const { client, server } = await serve(OK);
    await client.exchange(makeRequest(POST));
    const request = server.requests[0];
    expect(Buffer.from(request?.body ?? '', 'latin1').toString()).toBe('{"title":"Jalan “berlubang”"}');
    expect(request?.head).toMatch(/^Content-Type: application\/json$/m);
    expect(request?.head).toMatch(/^Content-Length: 33$/m);
  });

  it('earns one repetition with every five requests to its side', async () => {
    const { client } = await serve(OK);
    while (client.retries.spend());
    for (let i = 0; i < 4; i += 1) await client.exchange(makeRequest(POST));
    expect(client.retries.spend()).toBe(false);
    await client.exchange(makeRequest());
    expect([client.retries.spend(), client.retries.spend()]).toEqual([true, false]);
  });

  it('sends a form with its boundary and its length, several files under one name', async () => {
    const { client, server } = await serve(OK);
    const form = new FormData();
    form.append('content', 'Isi');
    form.append('attachments[]', new Blob(['ABC'], { type: 'image/png' }), '1.png');
    form.append('attachments[]', new Blob(['DEF'], { type: 'image/png' }), '2.png');
    await client.exchange(makeRequest({ method: 'POST', body: { kind: 'multipart', form } }));
    const { head = '', body = '' } = server.requests[0] ?? {};
    const boundary = /^Content-Type: multipart\/form-data; boundary=(\S+)$/m.exec(head)?.[1];
    expect(body.split(`--${boundary}`)).toHaveLength(5);
    expect(body).toContain('name="attachments[]"; filename="2.png"\r\nContent-Type: image/png\r\n\r\nDEF');
    expect(head).not.toMatch(/^Transfer-Encoding/m);
  });

  it('joins base, path and query', async () => {
    const { client, server } = await serve(OK);
    const based = makeClient(server.port, { baseUrl: `http://127.0.0.1:${server.port}/lapor/3.0.0/` });
    await based.exchange(
      makeRequest({ path: '/complaints/7', query: { since: '2026-07-01T00:00:00+07:00', page: 2 } }),
    );
    await client.exchange(makeRequest({ path: '/a?b=c', query: { d: 'e f' } }));
    based.close();
    expect(server.requests.map(({ head }) => head.split(' ')[1])).toEqual([
      '/lapor/3.0.0/complaints/7?since=2026-07-01T00%3A00%3A00%2B07%3A00&page=2',
      '/a?b=c&d=e+f',
    ]);
  });

  it('counts an absolute path from the root of the host, not from under the base', async () => {
    const { server } = await serve(OK);
    const based = makeClient(server.port, { baseUrl: `http://127.0.0.1:${server.port}/api` });
    await based.exchange(makeRequest({ path: '/storage/7/foto.jpg', absolutePath: true }));
    based.close();
    expect(server.requests.map(({ head }) => head.split(' ')[1])).toEqual(['/storage/7/foto.jpg']);
  });

  it('uses a connection again and keeps no cookies', async () => {
    const { client, server } = await serve((socket) =>
      socket.write('HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 0\r\n\r\n'),
    );
    const first = await client.exchange(makeRequest());
    await client.exchange(makeRequest());
    expect(first).toMatchObject({ headers: { 'set-cookie': 'a=1, b=2' } });
    expect(server.connectionCount()).toBe(1);
    expect(server.requests[1]?.head).not.toMatch(/cookie/i);
  });

  it('never opens more connections than its concurrency', async () => {
    const { client, server } = await serve(OK, { concurrency: 2 });
    await Promise.all(Array.from({ length: 9 }, () => client.exchange(makeRequest())));
    expect(server.requests).toHaveLength(9);
    expect(server.connectionCount()).toBe(2);
  });

  it('goes straight to the host whatever proxy the environment names', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']) vi.stubEnv(name, 'http://127.0.0.1:9');
    vi.stubEnv('NO_PROXY', '');
    const { client } = await serve(OK);
    expect(await client.exchange(makeRequest())).toMatchObject({ kind: 'answered', status: 200 });
    vi.unstubAllEnvs();
  });

  it('counts its requests, waits at its gate, and gives the permit back whatever happens', async () => {
    const { client } = await serve((socket) => socket.destroy(), { concurrency: 1 });
    await client.exchange(makeRequest());
    await client.exchange(makeRequest());
    expect(client.gate.begun).toBe(2);
  });

  it('uses and releases the permit it is given instead', async () => {
    const { client } = await serve(OK);
    const release = vi.fn();
    await client.exchange(makeRequest({ permit: { release } }));
    expect(release).toHaveBeenCalledOnce();
    expect(client.gate.begun).toBe(0);
  });

  it('releases the permit of a request that cannot be formed, which is a bug and throws', async () => {
    const { client } = await serve(OK);
    const release = vi.fn();
    await expect(client.exchange(makeRequest({ path: 'x', permit: { release } }))).rejects.toThrow('slash');
    await expect(client.exchange(makeRequest({ headers: { 'a b': 'c' }, permit: { release } }))).rejects.toThrow();
    expect(release).toHaveBeenCalledTimes(2);
  });

  it('sends nothing any more once it is closed', async () => {
    const { client, server } = await serve(OK);
    client.close();
    expect(await client.exchange(makeRequest())).toEqual({ kind: 'not-sent', cause: 'stopped' });
    expect(server.connectionCount()).toBe(0);
  });

  it.each([{ token: 'a\r\nb: c' }, { 'to ken': 'a' }])('refuses the header %o at once', (headers) => {
    expect(() => makeClient(1, { headers })).toThrow();
  });
});
