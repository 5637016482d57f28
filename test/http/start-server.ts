import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import type { Certificate } from './make-certificate.ts';

export interface ReceivedRequest {
  /** Of the server, from 1. */
  readonly number: number;
  /** Of its connection, from 1. */
  readonly numberOnSocket: number;
  /** Request line and headers, as they came. */
  readonly head: string;
  readonly body: string;
}

export type Answer = (socket: net.Socket, request: ReceivedRequest) => void;

export interface ServerSettings {
  /** Speaks TLS with it. */
  readonly certificate?: Certificate;
  readonly tlsOptions?: tls.TlsOptions;
  /** Called with each connection, before TLS. */
  readonly onConnection?: (socket: net.Socket) => void;
}

export interface TestServer {
  readonly port: number;
  readonly requests: readonly ReceivedRequest[];
  readonly connectionCount: () => number;
  /** Connections that are not closed yet. */
  readonly openCount: () => number;
  /** Bytes received on all connections; with TLS: of application data. */
  readonly byteCount: () => number;
  readonly close: () => Promise<void>;
}

/**
 * A server on a bare socket of 127.0.0.1 that says exactly what `answer` writes, once per complete request.
 */
export async function startServer(
  answer: Answer,
  { certificate, tlsOptions, onConnection }: ServerSettings = {},
): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<net.Socket>();
  let connections = 0;
  let bytes = 0;

  function serve(socket: net.Socket): void {
    let pending = '';
    let numberOnSocket = 0;
    socket.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      pending += chunk.toString('latin1');
      for (let request = cutRequest(pending); request !== null; request = cutRequest(pending)) {
        pending = request.rest;
        numberOnSocket += 1;
        const { head, body } = request;
        const received = { number: requests.length + 1, numberOnSocket, head, body };
        requests.push(received);
        answer(socket, received);
      }
    });
  }

  function keep(socket: net.Socket): void {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    onConnection?.(socket);
  }

  const server =
    certificate === undefined
      ? net.createServer(serve)
      : tls.createServer({ cert: certificate.cert, key: certificate.key, ...tlsOptions }, serve);
  server.on('connection', keep);
  server.on('secureConnection', (socket: tls.TLSSocket) => socket.on('error', () => socket.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
  return {
    port: address.port,
    requests,
    connectionCount: () => connections,
    openCount: () => sockets.size,
    byteCount: () => bytes,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The first complete request of what came, by its Content-Length. */
function cutRequest(text: string): { head: string; body: string; rest: string } | null {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = text.slice(0, end);
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
  const bodyAt = end + 4;
  if (text.length < bodyAt + length) return null;
  return { head, body: text.slice(bodyAt, bodyAt + length), rest: text.slice(bodyAt + length) };
}
