import * as z from 'zod';
import { lineText } from './line-text.ts';

/** An identifier that is only ever compared: a number is taken and ends as text. */
export const idText = z.preprocess((value) => (Number.isSafeInteger(value) ? String(value) : value), lineText);
