import * as z from 'zod';

/** A section that may be left out, or left empty because all its lines are commented out: then its defaults hold. */
export function optionalSection<Schema extends z.ZodType>(schema: Schema): z.ZodPreprocess<Schema> {
  return z.preprocess((value) => value ?? {}, schema);
}
