import * as z from 'zod';

/** One line of text, not empty, without control characters. */
export const lineText = z
  .string()
  .min(1)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be a single line without control characters');
