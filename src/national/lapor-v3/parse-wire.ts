import type * as z from 'zod';
import type { Read, ReadFailure } from '../../http/outcome.ts';
import { saysFailure } from '../../http/says-failure.ts';

const OTHER_SHAPE: ReadFailure = { kind: 'malformed', status: null, detail: 'shape', retryAfterMs: null };

/**
 * The answer as `schema` reads it; `malformed`, detail `shape`, where it is JSON of another shape or says of itself that it
 * failed: a failure that carries an empty list is no empty list.
 */
export function parseWire<T>(schema: z.ZodType<T>, read: Read<unknown>): Read<T> {
  if (!read.ok) return read;
  if (saysFailure(read.value)) return { ok: false, failure: OTHER_SHAPE };
  const parsed = schema.safeParse(read.value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, failure: OTHER_SHAPE };
}
