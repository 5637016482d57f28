import { classifyRead } from '../../http/classify-read.ts';
import { hasProvenEnd } from '../../http/has-proven-end.ts';
import type { Exchange, Read } from '../../http/outcome.ts';
import { readFailed } from './read-failed.ts';

/** What will be no different next time. */
const LASTING = new Set(['too-large', 'forbidden-address']);

/**
 * The bytes of a fetched attachment. A body that merely ends with its connection may be half a picture and counts as
 * broken. `now` is epoch milliseconds.
 */
export function attachmentBytes(exchange: Exchange, now: number): Read<Uint8Array> {
  const failure = classifyRead(exchange, { faultCode: null, now });
  if (failure !== null) {
    return LASTING.has(failure.detail) ? readFailed('refused', failure.detail) : { ok: false, failure };
  }
  if (exchange.kind !== 'answered' || exchange.body.length === 0) return readFailed('malformed', 'empty');
  return hasProvenEnd(exchange) ? { ok: true, value: exchange.body } : readFailed('unreachable', 'broken-answer');
}
