import type { Answered } from './outcome.ts';

/**
 * Whether a cut would have shown: the answer told its length, came in chunks, or was packed, which ends with a mark.
 * A body that merely ends with the connection may be half of one; JSON shows that itself, a picture does not.
 */
export function hasProvenEnd({ headers }: Answered): boolean {
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return true;
  return headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity';
}
