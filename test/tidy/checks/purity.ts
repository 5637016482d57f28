import { blankText } from '../blank-text.ts';
import { findImports } from '../find-imports.ts';
import { holdToList } from '../hold-to-list.ts';
import { lineAt } from '../line-at.ts';
import type { SourceFile } from '../source-file.ts';

/** What a file without I/O may import that is not ours: names, or `all`. Anything else counts as I/O. */
const PURE_IMPORTS: Readonly<Record<string, readonly string[] | 'all'>> = {
  'fast-xml-parser': 'all',
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
  [/\basync\b/g, 'is async'],
  [/\bawait\b/g, 'awaits'],
  [/\bDate\.now\b/g, 'reads the clock'],
  [/\bnew Date\s*(?:\(\s*\)|(?![\s(]))/g, 'reads the clock'],
  [/\bDateTime\.(?:now|local|utc)\s*\(\s*\)/g, 'reads the clock'],
  [/(?<!\.)\bperformance\./g, 'reads the clock'],
  [/\bMath\.random\b/g, 'uses randomness'],
  [/\bcrypto\.(?:random|getRandom)\w*/g, 'uses randomness'],
  [/(?<![.\w])process\s*[.[]/g, 'touches process'],
  [/(?<![.\w])set(?:Timeout|Interval|Immediate)\s*\(/g, 'sets a timer'],
  [/\bAbortSignal\.timeout\b/g, 'sets a timer'],
];

/**
 * Holds "pure by default": a file that does I/O, waits, or reads a clock, randomness or the process is named in
 * `impure`.
 */
export function purity(files: readonly SourceFile[], impure: readonly string[]): readonly string[] {
  return holdToList(new Map(files.map((file) => [file.path, impurities(file)])), impure);
}

function impurities({ path, text }: SourceFile): readonly string[] {
  const code = blankText(text);
  const used = IMPURE_CODE.flatMap(([pattern, what]) =>
    [...code.matchAll(pattern)].map((match) => `${path}:${lineAt(code, match.index)} ${what}`),
  );
  const imported = findImports(text)
    .filter((item) => !item.typeOnly && !item.from.startsWith('.') && !isPureImport(item.from, item.names))
    .map((item) => `${path}:${item.line} imports ${item.from}`);
  return [...used, ...imported];
}

function isPureImport(from: string, names: readonly string[]): boolean {
  const allowed = PURE_IMPORTS[from];
  return allowed === 'all' || (allowed !== undefined && names.every((name) => allowed.includes(name)));
}
