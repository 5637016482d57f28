import type * as z from 'zod';
import { firstProblem } from './first-problem.ts';

export type ReadBody<T> = { readonly ok: true; readonly value: T } | BadBody;

export interface BadBody {
  readonly ok: false;
  /** 400: no JSON at all; 422: not of the shape. */
  readonly status: 400 | 422;
  /** Empty where it is the whole body. */
  readonly field: string;
  readonly message: string;
}

/** Parses a request body as JSON of the given shape; tells the first field that does not fit. */
export function readJson<T>(body: Buffer, schema: z.ZodType<T>): ReadBody<T> {
  const value = parse(body);
  if (value === undefined) return { ok: false, status: 400, field: '', message: 'bukan JSON' };
  const result = schema.safeParse(value);
  return result.success ? { ok: true, value: result.data } : { ok: false, status: 422, ...firstProblem(result.error) };
}

/** `undefined`: no JSON. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
