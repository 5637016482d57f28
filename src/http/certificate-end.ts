import { TLSSocket } from 'node:tls';

/** When the certificate of the other end of a connection ends, epoch ms; `null` without TLS. */
export function certificateEnd(socket: unknown): number | null {
  if (!(socket instanceof TLSSocket)) return null;
  // As OpenSSL writes it, `Jan  1 00:00:00 2120 GMT`: the one form that Date.parse has always read.
  const end = Date.parse(socket.getPeerCertificate().valid_to);
  return Number.isNaN(end) ? null : end;
}
