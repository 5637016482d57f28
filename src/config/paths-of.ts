import * as z from 'zod';
import { optionalSection } from './optional-section.ts';
import { section } from './section.ts';

/** Where in the other side's row each of these names lies, as a dotted path; a name that nobody reads is a problem. */
export function pathsOf(names: readonly string[]): z.ZodType<Readonly<Record<string, string>>> {
  const path = z.string().min(1).optional();
  return optionalSection(section(Object.fromEntries(names.map((name) => [name, path])))) as unknown as z.ZodType<
    Readonly<Record<string, string>>
  >;
}
