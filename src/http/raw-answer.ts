import type { IncomingHttpHeaders } from 'node:http';

/** An answer as it came over the wire, still encoded. */
export interface RawAnswer {
  readonly kind: 'raw';
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
