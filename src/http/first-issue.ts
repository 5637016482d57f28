import type * as z from 'zod';

/** What did not fit first: where, with dots, and why. A schema never fails without saying so. */
export function firstIssue(error: z.ZodError): { readonly path: string; readonly reason: string } {
  const [issue] = error.issues as [z.core.$ZodIssue];
  return { path: issue.path.join('.'), reason: issue.message };
}
