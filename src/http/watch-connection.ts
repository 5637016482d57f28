import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { ConnectionFacts } from './classify-failure.ts';

/**
 * Keeps `facts` true to the socket that `request` is given. A socket that was used before counts as connected from the
 * first moment, also where an agent hands it over without marking the request as `reusedSocket`.
 */
export function watchConnection(
  request: ClientRequest,
  secure: boolean,
  facts: { -readonly [Fact in keyof ConnectionFacts]: ConnectionFacts[Fact] },
): void {
  const reached = () => {
    facts.reached = true;
  };
  const connected = () => {
    facts.reached = true;
    facts.connected = true;
  };
  request.once('socket', (socket: Socket) => {
    if (request.reusedSocket) return connected();
    if (!secure) return socket.connecting ? socket.once('connect', connected) : connected();
    if (socket instanceof TLSSocket && socket.authorized) return connected();
    if (socket.connecting) socket.once('connect', reached);
    else reached();
    socket.once('secureConnect', connected);
  });
}
