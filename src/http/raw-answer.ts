import type { IncomingHttpHeaders } from 'node:http';

/** An answer as it came over the wire, still encoded. */
export interface RawAnswer {
  readonly kind: 'raw';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** When the certificate of this connection ends, epoch ms; `null`: none, or the connection was used before. */
  readonly certificateEndsAt: number | null;
}
