import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What docs/lifecycle.md says under a heading. */
export function readLifecycle(heading: string): string {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'lifecycle.md'), 'utf8');
  const section = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`no heading: ${heading}`);
  return section;
}
