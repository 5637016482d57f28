import type { Read, ReadFailureKind } from '../../http/outcome.ts';

/** A read that failed for what came, not for how it came. `detail` is a word of ours. */
export function readFailed(kind: ReadFailureKind, detail: string): Read<never> {
  return { ok: false, failure: { kind, status: null, detail, retryAfterMs: null } };
}
