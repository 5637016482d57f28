import { blankText } from '../blank-text.ts';
import { findImports } from '../find-imports.ts';
import { holdToList } from '../hold-to-list.ts';
import { lineAt } from '../line-at.ts';
import type { SourceFile } from '../source-file.ts';

/** What a file without I/O may import that is not ours: names, or `all`. Anything else counts as I/O. */
const PURE_IMPORTS: Readonly<Record<string, readonly string[] | 'all'>> = {
  'd3-scale': 'all',
  'd3-shape': 'all',
  'fast-xml-parser': 'all',
  'hono/html': 'all',
  'hono/utils/cookie': ['parse', 'serialize'],
  'html-to-text': 'all',
  'lossless-json': 'all',
  luxon: 'all',
  ms: 'all',
  'node-cron': ['validate'],
  'node:assert': 'all',
  'node:assert/strict': 'all',
  'node:buffer': 'all',
  'node:crypto': ['createCipheriv', 'createDecipheriv', 'createHash', 'createHmac', 'timingSafeEqual'],
  'node:net': ['BlockList', 'isIP', 'isIPv4', 'isIPv6'],
  // Not `resolve`, which asks for the folder the process is in.
  'node:path': ['basename', 'dirname', 'extname', 'isAbsolute', 'join', 'normalize', 'posix'],
  'node:querystring': 'all',
  'node:zlib': ['crc32', 'deflateSync', 'gunzipSync', 'gzipSync', 'inflateSync'],
  yaml: 'all',
  zod: 'all',
};

const IMPURE_CODE: readonly (readonly [RegExp, string])[] = [
  [/\basync\b/, 'is async'],
  [/\bawait\b/, 'awaits'],
  [/\bDate\.now\b/, 'reads the clock'],
  [/\bnew Date\s*(?:\(\s*\)|(?![\s(]))/, 'reads the clock'],
  [/\bDateTime\.(?:now|local|utc)\s*\(\s*\)/, 'reads the clock'],
  [/(?<!\.)\bperformance\./, 'reads the clock'],
  [/\bMath\.random\b/, 'uses randomness'],
  [/\bcrypto\.(?:random|getRandom)\w*/, 'uses randomness'],
  [/(?<![.\w])process\s*[.[]/, 'touches process'],
  [/(?<![.\w])set(?:Timeout|Interval|Immediate)\s*\(/, 'sets a timer'],
  [/\bAbortSignal\.timeout\b/, 'sets a timer'],
];

/**
 * Holds "pure by default": a file that does I/O, waits, or reads a clock, randomness or the process is named in
 * `impure`.
 */
export function purity(files: readonly SourceFile[], impure: readonly string[]): readonly string[] {
  return holdToList(new Map(files.map((file) => [file.path, impurities(file)])), impure);
}

/** Each kind once, where it is first seen. */
function impurities({ path, text }: SourceFile): readonly string[] {
  const code = blankText(text);
  const firsts = new Map<string, number>();
  for (const [pattern, what] of IMPURE_CODE) {
    const index = code.search(pattern);
    if (index >= 0 && !firsts.has(what)) firsts.set(what, lineAt(code, index));
  }
  for (const { from, names, typeOnly, line } of findImports(text)) {
    if (!typeOnly && !from.startsWith('.') && !isPureImport(from, names)) firsts.set(`imports ${from}`, line);
  }
  return [...firsts].map(([what, line]) => `${path}:${line} ${what}`);
}

function isPureImport(from: string, names: readonly string[]): boolean {
  const allowed = PURE_IMPORTS[from];
  return allowed === 'all' || (allowed !== undefined && names.every((name) => allowed.includes(name)));
}
