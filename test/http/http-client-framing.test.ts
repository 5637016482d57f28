import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/outcome.ts';
import { makeRequest } from './make-request.ts';
import { serve } from './serve.ts';
import { startServer } from './start-server.ts';

const BROKEN: Exchange = { kind: 'doubt', cause: 'broken-answer' };
const TOO_LARGE: Exchange = { kind: 'doubt', cause: 'answer-too-large' };

const PACKED = gzipSync(JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id, isi: `laporan ${id * 7919}` }))));

/** What a server says before it closes, and what the client makes of it. */
const ANSWERS: readonly (readonly [string, string | Buffer, Exchange | string])[] = [
  ['is 200 with an HTML error page', page('200 OK'), '<html>'],
  ['is a 302 to another path', 'HTTP/1.1 302 X\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n', ''],
  ['is a 307 to itself', 'HTTP/1.1 307 X\r\nLocation: /\r\nContent-Length: 0\r\n\r\n', ''],
  ['is 204', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
  ['is an empty 200', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', ''],
  ['has no Content-Type', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}', '{}'],
  ['is longer than it comes', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}', BROKEN],
  ['is shorter than it comes', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello', BROKEN],
  [
    'is shorter than it comes, and the last',
    'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhello',
    BROKEN,
  ],
  ['ends with the connection', 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{"a":', '{"a":'],
  [
    'has a length and chunks',
    'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    BROKEN,
  ],
  ['has a length below zero', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n', BROKEN],
  ['has two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} ', BROKEN],
  ['has headers beyond 16 KB', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(20_000)}\r\nContent-Length: 0\r\n\r\n`, BROKEN],
  ['is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', BROKEN],
  ['is cut in its headers', 'HTTP/1.1 200 OK\r\nContent-Le', { kind: 'doubt', cause: 'reset' }],
  ['comes in chunks', chunked('2\r\n{}\r\n0\r\n\r\n'), '{}'],
  ['is cut between chunks', chunked('2\r\n{}\r\n'), BROKEN],
  ['has a chunk of no size', chunked('zz\r\n{}\r\n'), BROKEN],
  ['has headers behind its chunks', chunked('2\r\n{}\r\n0\r\nX-Trailer: a\r\n\r\n'), '{}'],
  ['has garbage behind its chunks', chunked('2\r\n{}\r\n0\r\n\x00\x01\r\n\r\n'), BROKEN],
  ['is of HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\n{}', '{}'],
  [
    'sets a thousand cookies',
    `HTTP/1.1 200 OK\r\n${'Set-Cookie: a=1\r\n'.repeat(500)}Content-Length: 2\r\n\r\n{}`,
    '{}',
  ],
  ['is two documents', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n{}{}', '{}{}'],
  ['is half a gzip', packed('gzip', PACKED.subarray(0, PACKED.length / 2)), BROKEN],
  ['is no gzip at all', packed('gzip', Buffer.from('{"a":1}')), BROKEN],
  ['is packed twice', packed('gzip, gzip', gzipSync(gzipSync('{}'))), BROKEN],
  ['is packed in a way unknown', packed('zstd', Buffer.from('{}')), BROKEN],
  ['is packed', packed('gzip', gzipSync('{"a":1}')), '{"a":1}'],
  ['is a bomb', packed('gzip', gzipSync(Buffer.alloc(100_000_000))), BROKEN],
  ['is larger than allowed', sized(10_000_001), TOO_LARGE],
  ['is as large as allowed', sized(10_000_000), ' '.repeat(10_000_000)],
  ['asks for another protocol', 'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', BROKEN],
  [
    'offers another protocol',
    'HTTP/1.1 200 OK\r\nUpgrade: h2\r\nConnection: Upgrade\r\nContent-Length: 2\r\n\r\n{}',
    '{}',
  ],
  ['comes after a hint', 'HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}', '{}'],
];

describe('an answer', () => {
  it.each(ANSWERS)('that %s', async (_, answer, expected) => {
    const { client } = await serve((socket) => socket.end(answer));
    const exchange = await client.exchange(makeRequest({ method: 'POST', body: { kind: 'json', value: {} } }));
    const seen = exchange.kind === 'answered' ? Buffer.from(exchange.body).toString() : exchange;
    expect(seen).toEqual(expected);
  });

  it('that points to another host is not followed there', async () => {
    const other = await startServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
    const { client, server } = await serve((socket) =>
      socket.write(`HTTP/1.1 302 X\r\nLocation: http://127.0.0.1:${other.port}/\r\nContent-Length: 0\r\n\r\n`),
    );
    expect(await client.exchange(makeRequest())).toMatchObject({ kind: 'answered', status: 302 });
    expect([server.requests.length, other.connectionCount()]).toEqual([1, 0]);
    await other.close();
  });

  it('may be capped by the request', async () => {
    const { client } = await serve((socket) => socket.end(sized(11)));
    expect(await client.exchange(makeRequest({ maxBytes: 10 }))).toEqual(TOO_LARGE);
  });

  it('counts as large as it is unpacked', async () => {
    const { client } = await serve((socket) => socket.write(packed('gzip', gzipSync(' '.repeat(1000)))));
    expect(await client.exchange(makeRequest({ maxBytes: 999 }))).toEqual(TOO_LARGE);
    expect(await client.exchange(makeRequest({ maxBytes: 1000 }))).toMatchObject({ kind: 'answered' });
  });

  it('without an end does not fill the memory', async () => {
    let written = 0;
    const { client } = await serve((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const pour = () => {
        while (!socket.destroyed && socket.write(`10000\r\n${' '.repeat(0x10000)}\r\n`)) written += 0x10000;
      };
      socket.on('drain', pour);
      pour();
    });
    expect(await client.exchange(makeRequest({ maxBytes: 1_000_000 }))).toEqual(TOO_LARGE);
    expect(written).toBeLessThan(100_000_000);
  });

  it('that forges a second one onto the idle connection answers nobody', async () => {
    const { client } = await serve((socket, { number }) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n${number}`, () => {
        setImmediate(() => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nX'));
      });
    });
    const first = await client.exchange(makeRequest());
    await new Promise((resolve) => setImmediate(() => setImmediate(() => setImmediate(resolve))));
    const second = await client.exchange(makeRequest());
    expect([first, second].map((exchange) => exchange.kind === 'answered' && String(exchange.body))).toEqual([
      '1',
      '2',
    ]);
  });
});

function page(status: string): string {
  return `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>`;
}

function chunked(body: string): string {
  return `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body}`;
}

function packed(encoding: string, body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n\r\n`),
    body,
  ]);
}

function sized(bytes: number): string {
  return `HTTP/1.1 200 OK\r\nContent-Length: ${bytes}\r\n\r\n${' '.repeat(bytes)}`;
}
