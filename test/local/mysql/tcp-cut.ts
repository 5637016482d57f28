import { connect, createServer, type Socket } from 'node:net';

/** A way to the server that can be cut where it matters. */
export interface TcpCut {
  readonly port: number;
  /** The next time a session sends these bytes: `before` they get there, or `after`, so that only the answer is lost. */
  cutAt(bytes: string, when: 'before' | 'after'): void;
  /** Ends every connection, as a server does that restarts. */
  cutAll(): void;
  stop(): Promise<void>;
}

/** Opens it on loopback. */
export async function openTcpCut(toPort: number): Promise<TcpCut> {
  const sockets = new Set<Socket>();
  let armed: { readonly bytes: string; readonly when: 'before' | 'after' } | null = null;
  const server = createServer((client) => {
    const upstream = connect(toPort, '127.0.0.1');
    let answersLost = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        sockets.delete(socket);
        if (!answersLost) {
          client.destroy();
          upstream.destroy();
        }
      });
    }
    client.on('data', (chunk) => {
      if (armed === null || !chunk.includes(armed.bytes)) return void upstream.write(chunk);
      const { when } = armed;
      armed = null;
      if (when === 'before') return void client.destroy();
      answersLost = true;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!answersLost) return void client.write(chunk);
      // It has acted; nobody hears of it.
      client.destroy();
      upstream.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cutAt(bytes, when) {
      armed = { bytes, when };
    },
    cutAll() {
      for (const socket of sockets) socket.destroy();
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
