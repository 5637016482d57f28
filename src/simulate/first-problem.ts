import type * as z from 'zod';

/** The first thing that does not fit a schema: its field (dotted, empty for the whole) and a sentence that names it. */
export function firstProblem(error: z.ZodError): { readonly field: string; readonly message: string } {
  const issue = error.issues[0];
  const field = issue?.path.join('.') ?? '';
  return { field, message: `${field} ${issue?.message ?? ''}`.trim() };
}
