import * as z from 'zod';
import { cleanText } from '../../report/clean-text.ts';

/** Nobody writes as much. Making plain text of a hostile megabyte of HTML would take seconds. */
const MAX_LENGTH = 256 * 1024;

/** Whether a value is a longer text than is read. */
export function isTooLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > MAX_LENGTH;
}

/** A text that may be missing, `null` or blank (all three: none), or too long or of a kind that is no text (also none). */
export const WireText = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null)
  .transform((text) => (text === null || isTooLong(text) ? null : cleanText(text).trim() || null));
export type WireText = z.infer<typeof WireText>;
