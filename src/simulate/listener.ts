import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = '127.0.0.1';
/** While the port was given up somebody else may have taken it for a moment. */
const REOPEN_RETRY_MS = 50;

/** The listening socket of a server, which can be taken away for a while so that connecting is truly refused. */
export interface Listener {
  /** Listens on loopback; gives the port (a free one for 0). Rejects where the port is taken. */
  open(port: number): Promise<number>;
  /** From the return of this call on, connecting is refused; idle connections are closed. After `forMs` the same port listens again. */
  refuse(forMs: number): void;
  isRefusing(): boolean;
  /** Closes the listener and every connection. */
  close(): Promise<void>;
}

export function createListener(server: Server): Listener {
  let port = 0;
  let refusal: NodeJS.Timeout | null = null;

  function open(wantedPort: number): Promise<number> {
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wantedPort, HOST, () => {
        server.off('error', reject);
        port = (server.address() as AddressInfo).port;
        resolve(port);
      });
    });
  }

  function refuse(forMs: number): void {
    if (refusal !== null) clearTimeout(refusal);
    if (server.listening) server.close();
    refusal = setTimeout(reopen, forMs);
  }

  function reopen(): void {
    const ended = refusal;
    const retry = (): void => {
      refusal = setTimeout(reopen, REOPEN_RETRY_MS);
    };
    server.once('error', retry);
    server.listen(port, HOST, () => {
      server.off('error', retry);
      // Another refusal may have begun while the socket was being opened.
      if (refusal === ended) refusal = null;
      else server.close();
    });
  }

  function close(): Promise<void> {
    if (refusal !== null) clearTimeout(refusal);
    refusal = null;
    return new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }

  return { open, refuse, isRefusing: () => refusal !== null, close };
}
