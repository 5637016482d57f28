import { parse } from 'lossless-json';
import { flawOf } from './flaw-of.ts';
import { TWO_VALUES } from './two-values.ts';

export type JsonFault = 'syntax' | 'duplicate-key' | 'too-deep' | 'hostile-key';
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: JsonFault };

const MAX_DEPTH = 64;

/**
 * Parses JSON from outside without losing anything silently:
 * - a number that JavaScript cannot hold exactly, or that is not written the way JavaScript writes it (`1.0`, `1e3`,
 *   `-0`), comes back as its text, so that `String(id)` always gives the id as it was sent;
 * - a key that occurs twice with different values, a key `__proto__` and more than 64 levels are refused;
 * - one byte order mark is skipped.
 *
 * With `keepFlaws` the two kinds of bad key are left in: one bad row must not refuse the whole page. Then a key with two
 * values has the value `TWO_VALUES`, which no schema takes for anything, and `flawOf` tells which rows to set apart.
 */
export function parseJson(text: string, keepFlaws = false): ParsedJson {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (isTooDeep(json)) return { ok: false, reason: 'too-deep' };
  let duplicate = false;
  let value: unknown;
  try {
    value = parse(json, null, {
      parseNumber: exactNumber,
      onDuplicateKey: () => {
        duplicate = true;
        return TWO_VALUES;
      },
    });
  } catch {
    // Whatever a parser of others throws at a text, it could not read it.
    return { ok: false, reason: 'syntax' };
  }
  if (!keepFlaws && duplicate) return { ok: false, reason: 'duplicate-key' };
  if (!keepFlaws && mayNameProto(json) && flawOf(value) !== null) return { ok: false, reason: 'hostile-key' };
  return { ok: true, value };
}

function exactNumber(text: string): number | string {
  const value = Number(text);
  return String(value) === text ? value : text;
}

/** Before parsing, because the parser calls itself for each level. Strings are skipped, whatever brackets they hold. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfString(json, at);
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Position of the quote that ends the string begun at `start`; the end of the text where none does. */
function endOfString(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at !== -1; at = json.indexOf('"', at + 1)) {
    let before = at;
    while (json.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
  return json.length;
}

/** Cheap and never wrong with "no": only an escape can spell the key differently. */
function mayNameProto(json: string): boolean {
  return json.includes('__proto__') || json.includes('\\u00');
}
