import * as z from 'zod';
import { optionalSection } from './optional-section.ts';

/** Free names, each with a text: `columns`. Left out: empty. */
export const textRecord = optionalSection(z.record(z.string(), z.string().min(1)));
