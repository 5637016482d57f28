import type * as z from 'zod';
import type { Read, ReadFailure } from '../../http/outcome.ts';

const OTHER_SHAPE: ReadFailure = { kind: 'malformed', status: null, detail: 'shape', retryAfterMs: null };

/** The answer as `schema` reads it; `malformed`, detail `shape`, where it is JSON of another shape. */
export function parseWire<T>(schema: z.ZodType<T>, read: Read<unknown>): Read<T> {
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, failure: OTHER_SHAPE };
}
