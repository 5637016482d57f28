import * as z from 'zod';
import { cleanText } from '../../report/clean-text.ts';

/** A text that may be missing, `null` or blank (all three: none), or of a kind that is no text (also none). */
export const WireText = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null)
  .transform((text) => (text === null ? null : cleanText(text).trim() || null));
export type WireText = z.infer<typeof WireText>;
