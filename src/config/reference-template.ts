import type * as z from 'zod';
import { lineText } from './line-text.ts';

/** One line with `{placeholders}`: each of `names` at least once, and no other. */
export function referenceTemplate(names: readonly string[]): z.ZodType<string, string> {
  return lineText.max(200).superRefine((text, context) => {
    const used = Array.from(text.matchAll(/(?<=\{)\w*(?=\})/g), ([name]) => name);
    for (const name of names) {
      if (!used.includes(name)) context.addIssue(`must contain {${name}}`);
    }
    for (const name of used) {
      if (!names.includes(name))
        context.addIssue(`{${name}} is no placeholder; known here: ${names.map((n) => `{${n}}`).join(', ')}`);
    }
  });
}
