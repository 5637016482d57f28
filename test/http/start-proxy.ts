import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';

export interface TestProxy {
  readonly url: string;
  /** `CONNECT host:port` and `GET http://…`, in order, each with its `Proxy-Authorization`. */
  readonly asked: readonly string[];
}

export interface ProxyOptions {
  /** Where every tunnel leads, whatever host was asked for. */
  readonly port?: number;
  /** Answers everything with this status and goes no further; `silent`: answers nothing. */
  readonly refusal?: number | 'silent';
}

/** An outbound proxy on 127.0.0.1, gone when the test ends. It answers plain requests itself. */
export async function startProxy({ port, refusal }: ProxyOptions = {}): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Duplex>();
  const note = (request: http.IncomingMessage) => {
    asked.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? '-'}`);
  };

  const server = http.createServer((request, response) => {
    note(request);
    response.writeHead(typeof refusal === 'number' ? refusal : 200).end('by proxy');
  });
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request: http.IncomingMessage, client: Duplex) => {
    note(request);
    client.on('error', () => client.destroy());
    if (refusal === 'silent') return;
    if (refusal !== undefined || port === undefined) {
      client.end(`HTTP/1.1 ${refusal} No\r\nContent-Length: 2\r\n\r\nno`);
      return;
    }
    const host = net.connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      host.pipe(client).pipe(host);
    });
    sockets.add(host);
    host.on('error', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
  return { url: `http://user:pass%40word@127.0.0.1:${address.port}`, asked };
}
