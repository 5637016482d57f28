/** A value that JSON can hold; a property that is undefined counts as absent. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

/**
 * The one JSON text of a value, for hashing: no white space, keys sorted by UTF-16 code units (as in RFC 8785),
 * every string well-formed and in NFC. A number that JSON cannot hold is a bug and throws.
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return `{${canonicalMembers(value).join(',')}}`;
}

function canonicalMembers(object: { readonly [key: string]: JsonValue | undefined }): readonly string[] {
  const members: (readonly [string, string])[] = [];
  for (const key of Object.keys(object)) {
    const value = object[key];
    if (value !== undefined) members.push([normal(key), canonicalJson(value)]);
  }
  return members.sort(byKeyThenValue).map(([key, value]) => `${JSON.stringify(key)}:${value}`);
}

/** Two keys can become one by NFC; then the values decide, so that the order of insertion never does. */
function byKeyThenValue(a: readonly [string, string], b: readonly [string, string]): number {
  return order(a[0], b[0]) || order(a[1], b[1]);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function canonicalString(text: string): string {
  return JSON.stringify(normal(text));
}

/** Text that is all ASCII, as most is, is both already. */
const ASCII = /^[\0-\x7f]*$/;

function normal(text: string): string {
  if (ASCII.test(text)) return text;
  return text.toWellFormed().normalize('NFC');
}

/** Array.isArray does not narrow a union with readonly arrays. */
function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}
