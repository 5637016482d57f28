import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseYaml } from '../config/parse-yaml.ts';
import type { Host } from './host.ts';
import type { Locale } from './say.ts';

/** The language that a configuration asks for, however little else of it can be used: whoever it stops is to understand why. */
export function localeOf(host: Pick<Host, 'cwd'>, file: string): Locale {
  const path = resolve(host.cwd, file);
  const parsed = parseYaml(readText(path), path);
  const isEnglish = parsed.ok && Object(parsed.value).locale === 'en';
  return isEnglish ? 'en' : 'id';
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
