import type * as z from 'zod';
import { issueMessage } from './issue-message.ts';
import type { Finding } from './problem.ts';

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Runs a schema over a parsed document and gives every finding in plain words. */
export function check<Value>(schema: z.ZodType<Value>, document: unknown): Checked<Value> {
  const result = schema.safeParse(document, { error: issueMessage });
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, findings: result.error.issues.map(({ path, message }) => ({ path, message })) };
}
